/** One series of a chart; its references are formula texts: '对比'!$B$2:$B$9. */
export interface Series {
  name: string;
  /** #RRGGBB; "" where Excel chooses. */
  fill: string;
  /** The values stand beside the bars. */
  labelled: boolean;
  /** Between bars, in % of a bar's width; null where Excel chooses. */
  gap: number | null;
  nameReference: string | null;
  values: string;
  categories: string | null;
}

/** An axis; its scale begins where Excel chooses unless `minimum` tells. */
export interface Axis {
  title: string;
  reversed: boolean;
  minimum: number | null;
  /** Where on it the other axis crosses: Automatic, Maximum. */
  position: string;
  /** Points; null where Excel chooses. */
  fontSize: number | null;
  /** Every so many labels are shown; null where Excel chooses. */
  labelEvery: number | null;
}

/** A chart made through the object model. Charts that the file came with are kept in it and not modelled. */
export interface Chart {
  /** The cells it is laid over, its corners moving with them; null where it was placed in points. */
  over: { from: { row: number; column: number }; to: { row: number; column: number } } | null;
  id: string;
  name: string;
  /** Excel's name of the type: Line, BarClustered, ColumnClustered … */
  type: string;
  title: { text: string; visible: boolean; fontSize: number | null };
  legend: { visible: boolean; position: string };
  axes: Record<'value' | 'category', Axis>;
  series: Series[];
  /** Points from the sheet's top left corner. */
  top: number;
  left: number;
  width: number;
  height: number;
  altText: string;
}

export const newAxis = (): Axis => ({ title: '', reversed: false, minimum: null, position: 'Automatic', fontSize: null, labelEvery: null });
