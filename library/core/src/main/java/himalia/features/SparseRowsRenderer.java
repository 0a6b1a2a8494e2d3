package himalia.features;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;

/**
 * Shows in a line how many rows and columns there are, and how few of their numbers are not 0.
 *
 * <pre>{@code
 * display(new CountVectorizer("note").fit(train).sparse(train));
 * }</pre>
 */
public final class SparseRowsRenderer implements Renderer<SparseRows> {
    @Override
    public Class<SparseRows> type() {
        return SparseRows.class;
    }

    @Override
    public MimeBundle render(SparseRows rows) {
        return MimeBundle.plain(rows.toString());
    }
}
