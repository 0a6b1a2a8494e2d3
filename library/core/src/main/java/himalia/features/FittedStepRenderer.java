package himalia.features;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;
import java.util.Map;

/**
 * Shows a fitted step: its settings, the columns that it reads, and in short what it has learnt of each.
 *
 * <pre>{@code
 * display(new StandardScaler().fit(train, "churned"));   // age: mean 38.2, deviation 11.4
 * }</pre>
 */
public final class FittedStepRenderer implements Renderer<FittedStep> {
    /** A row says a sentence, which a cell of a table would cut. */
    private static final GridOptions OPTIONS =
            new GridOptions(
                    GridOptions.DEFAULT.rows(),
                    GridOptions.DEFAULT.columns(),
                    GridOptions.DEFAULT.precision(),
                    120,
                    Map.of());

    @Override
    public Class<FittedStep> type() {
        return FittedStep.class;
    }

    @Override
    public MimeBundle render(FittedStep step) {
        var headline = Learnt.line(step);
        var lines = Learnt.of(step);
        if (lines.isEmpty()) {
            return MimeBundle.plain(headline);
        }
        var grid = Grid.of(new LearntGrid(lines)).with(OPTIONS);
        return MimeBundle.plain(headline + "\n\n" + grid.text())
                .html(Escape.verbatim("<p>" + Escape.html(headline) + "</p>") + grid.html());
    }
}
