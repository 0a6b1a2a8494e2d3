package himalia.sampling.drawing;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;
import himalia.table.TableView;

/**
 * Shows how rows were drawn, and the rows.
 *
 * <pre>{@code
 * display(new SimpleRandomSample(100, 42).draw(table));
 * }</pre>
 */
public final class SampleRenderer implements Renderer<Sample> {
    @Override
    public Class<Sample> type() {
        return Sample.class;
    }

    @Override
    public MimeBundle render(Sample sample) {
        var headline = Visible.line(sample.toString());
        var rows = TableView.of(sample.table()).bundle();
        var html = String.valueOf(rows.data().get(MimeBundle.HTML));
        return MimeBundle.plain(headline + "\n\n" + rows.text())
                .html(Escape.verbatim("<p>" + Escape.html(headline) + "</p>") + html);
    }
}
