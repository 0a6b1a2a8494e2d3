package himalia.model;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Listed;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;
import java.util.List;

/**
 * Shows a model in two lines: how it was trained, and what it reads and predicts; and in a third what its settings do not tell.
 *
 * <pre>{@code
 * display(model);   // predicts churned (0, 1) from age, income, under the line of its trainer
 * }</pre>
 */
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

    private static String text(Model model) {
        var schema = model.schema();
        var outcome = model.outcome();
        return "%s\n%s from %s%s"
                .formatted(
                        Visible.line(model.trainer().toString()),
                        predicted(schema),
                        listed(schema.featureNames()),
                        outcome.isEmpty() ? "" : "\n" + Visible.line(outcome));
    }

    private static String predicted(Schema schema) {
        if (schema.target() instanceof Target.Groups groups) {
            return "finds " + Amount.of(groups.groups().size(), "group");
        }
        if (schema.target() instanceof Target.Scores) {
            return "tells anomalies";
        }
        var label = Visible.line(schema.label());
        return "predicts "
                + (schema.target() instanceof Target.Classes classes
                        ? "%s (%s)".formatted(label, listed(classes.classes()))
                        : label + " (a number)");
    }

    private static String listed(List<String> names) {
        return Listed.of(names.stream().map(Visible::line).toList(), MOST_NAMES);
    }
}
