package himalia.sampling;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;

/**
 * Shows what a sampler has done as a picture of the rows before and after; a table without numbers in a line.
 *
 * <pre>{@code
 * display(new TomekLinks().trace(train, "churned"));
 * }</pre>
 */
public final class ResamplingRenderer implements Renderer<Resampling> {
    @Override
    public Class<Resampling> type() {
        return Resampling.class;
    }

    @Override
    public MimeBundle render(Resampling resampling) {
        try {
            return resampling.picture().bundle();
        } catch (IllegalArgumentException e) {
            return MimeBundle.plain(
                    resampling + "\n" + Visible.line(String.valueOf(e.getMessage())));
        }
    }
}
