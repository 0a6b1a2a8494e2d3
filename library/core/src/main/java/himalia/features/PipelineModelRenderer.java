package himalia.features;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;

/**
 * Shows the model of a pipeline as a graph: the columns that come in, those that each step reads, and what comes out.
 *
 * <pre>{@code
 * display(Pipeline.of(new OneHotEncoder()).train(new LogisticRegression(1.0)).fit(train, "churned"));
 * }</pre>
 */
public final class PipelineModelRenderer implements Renderer<PipelineModel> {
    @Override
    public Class<PipelineModel> type() {
        return PipelineModel.class;
    }

    @Override
    public MimeBundle render(PipelineModel value) {
        return value.graph().bundle();
    }
}
