package himalia.model;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import java.util.List;

/** Shows a model in two lines: how it was trained, and what it reads and predicts. */
public final class ModelRenderer implements Renderer<Model> {
    private static final int MOST_NAMES = 12;

    @Override
    public Class<Model> type() {
        return Model.class;
    }

    @Override
    public MimeBundle render(Model model) {
        return MimeBundle.plain(text(model));
    }

    /** Returns the two lines. */
    public static String text(Model model) {
        var schema = model.schema();
        return "%s\npredicts %s (%s) from %s"
                .formatted(
                        model.trainer(),
                        schema.label(),
                        listed(schema.classes()),
                        listed(schema.featureNames()));
    }

    private static String listed(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES))
                        + " and "
                        + (names.size() - MOST_NAMES)
                        + " more";
    }
}
