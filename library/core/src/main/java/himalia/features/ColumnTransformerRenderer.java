package himalia.features;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;

/**
 * Shows which steps are for which columns as a graph.
 *
 * <pre>{@code
 * display(ColumnTransformer.of(ColumnTransformer.Kind.NUMBERS, new SimpleImputer(), new StandardScaler()));
 * }</pre>
 */
public final class ColumnTransformerRenderer implements Renderer<ColumnTransformer> {
    @Override
    public Class<ColumnTransformer> type() {
        return ColumnTransformer.class;
    }

    @Override
    public MimeBundle render(ColumnTransformer value) {
        return PipelineGraph.of(value).bundle();
    }
}
