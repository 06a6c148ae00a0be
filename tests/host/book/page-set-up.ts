/** How a sheet is printed, as far as it was set here; lengths in points. What a file came with is kept in it and not modelled. */
export interface PageSetUp {
  paper: string;
  orientation: 'Portrait' | 'Landscape';
  centred: boolean;
  zoom: { scale?: number | null; horizontalFitToPages?: number | null; verticalFitToPages?: number | null };
  margins: Record<Margin, number>;
  /** With Excel's format codes: &P is the page. */
  parts: Record<HeaderPart, string>;
  /** 0-based rows above which a page begins. */
  breaks: number[];
}

export type Margin = 'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer';
export type HeaderPart = 'LeftHeader' | 'CenterHeader' | 'RightHeader' | 'LeftFooter' | 'CenterFooter' | 'RightFooter';

/** As Excel begins a sheet. */
export const newPageSetUp = (): PageSetUp => ({
  paper: 'Letter',
  orientation: 'Portrait',
  centred: false,
  zoom: { scale: 100 },
  margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
  parts: { LeftHeader: '', CenterHeader: '', RightHeader: '', LeftFooter: '', CenterFooter: '', RightFooter: '' },
  breaks: [],
});
