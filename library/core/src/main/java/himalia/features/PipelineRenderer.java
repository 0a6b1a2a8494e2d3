package himalia.features;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;

/**
 * Shows a pipeline as a graph: steps by columns and kinds, samplers, and the trainer.
 *
 * <pre>{@code
 * display(Pipeline.of(new OneHotEncoder()).then(new Smote(5, 42)).train(new LogisticRegression(1.0)));
 * }</pre>
 */
public final class PipelineRenderer implements Renderer<Pipeline> {
    @Override
    public Class<Pipeline> type() {
        return Pipeline.class;
    }

    @Override
    public MimeBundle render(Pipeline value) {
        return PipelineGraph.of(value).bundle();
    }
}
