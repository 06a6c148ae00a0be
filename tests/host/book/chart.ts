/** One series of a chart; its references are formula texts: '对比'!$B$2:$B$9. */
export interface Series {
  name: string;
  /** #RRGGBB; "" where Excel chooses. */
  fill: string;
  nameReference: string | null;
  values: string;
  categories: string | null;
}

/** A chart made through the object model. Charts that the file came with are kept in it and not modelled. */
export interface Chart {
  id: string;
  name: string;
  /** Excel's name of the type: Line, BarClustered, ColumnClustered … */
  type: string;
  title: { text: string; visible: boolean };
  legend: { visible: boolean; position: string };
  axes: Record<'value' | 'category', { title: string; reversed: boolean }>;
  series: Series[];
  /** Points from the sheet's top left corner. */
  top: number;
  left: number;
  width: number;
  height: number;
  altText: string;
}
