package himalia.evaluation.costs;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;

/**
 * Shows what sampling does to probabilities and thresholds, and what follows from it.
 *
 * <pre>{@code
 * var trainer = new LogisticRegression(1.0);
 * display(SamplingEffect.of(trainer, trainer.withBalance(), new Smote(5, 42)::resample, train, "churned", 42));
 * }</pre>
 */
public final class SamplingEffectRenderer implements Renderer<SamplingEffect> {
    @Override
    public Class<SamplingEffect> type() {
        return SamplingEffect.class;
    }

    @Override
    public MimeBundle render(SamplingEffect effect) {
        var words = Visible.line(effect.headline() + " " + effect.advice());
        var grid = Grid.of(new SamplingEffectGrid(effect)).with(GridOptions.DEFAULT.precision(3));
        return MimeBundle.plain(grid.text() + "\n\n" + words)
                .html(grid.html() + Escape.verbatim("<p>" + Escape.html(words) + "</p>"));
    }
}
