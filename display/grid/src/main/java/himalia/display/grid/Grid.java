package himalia.display.grid;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import java.nio.charset.StandardCharsets;

/**
 * Rows and columns, cut to a screen, as HTML and as text.
 *
 * <pre>{@code
 * MimeBundle shown = Grid.of(source).bundle();
 * MimeBundle more = Grid.of(source).with(GridOptions.DEFAULT.rows(100)).bundle();
 * }</pre>
 *
 * <p>However large and strange the data, each of the two stays below 100 kB.
 *
 * @param source where the values come from
 * @param options how much of it is shown
 */
public record Grid(GridSource source, GridOptions options) implements Displayable {
    /** A little below 100 kB. */
    private static final int MOST_BYTES = 98_000;

    private static final int MOST_CELLS = 20_000;

    public static Grid of(GridSource source) {
        return new Grid(source, GridOptions.DEFAULT);
    }

    public Grid with(GridOptions newOptions) {
        return new Grid(source, newOptions);
    }

    @Override
    public MimeBundle bundle() {
        // Both are written from one cut: a cell may cost something to read.
        var cut = Cut.of(source, bounded());
        return MimeBundle.plain(text(cut)).html(html(cut));
    }

    /** Returns the grid as text, at most a hundred columns wide. */
    public String text() {
        return text(Cut.of(source, bounded()));
    }

    /** Returns the grid as an HTML table that needs no style sheet and no script. */
    public String html() {
        return html(Cut.of(source, bounded()));
    }

    private String text(Cut cut) {
        var text = TextGrid.of(cut);
        for (var narrower = bounded(); isHeavy(text); ) {
            narrower = halved(narrower);
            text = TextGrid.of(Cut.of(source, narrower));
        }
        return text;
    }

    private String html(Cut cut) {
        var html = HtmlGrid.of(cut, true);
        if (isHeavy(html)) {
            html = HtmlGrid.of(cut, false);
        }
        for (var narrower = bounded(); isHeavy(html); ) {
            narrower = halved(narrower);
            html = HtmlGrid.of(Cut.of(source, narrower), false);
        }
        return html;
    }

    /** Asking for a million rows must not first make a million rows: more cells than these fit nowhere. */
    private GridOptions bounded() {
        var most =
                options.rows(Math.min(options.rows(), MOST_CELLS))
                        .columns(
                                Math.min(
                                        Math.min(options.columns(), MOST_CELLS),
                                        Math.max(1, source.columns())));
        while ((long) most.rows() * most.columns() > MOST_CELLS) {
            most = halved(most);
        }
        return most;
    }

    private static GridOptions halved(GridOptions options) {
        return options.rows() > options.columns()
                ? options.rows(Math.max(1, options.rows() / 2))
                : options.columns(Math.max(1, options.columns() / 2));
    }

    private static boolean isHeavy(String text) {
        return text.length() > MOST_BYTES / 4
                && text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }
}
