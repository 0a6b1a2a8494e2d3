package himalia.training;

import himalia.features.Pipeline;
import himalia.model.RecordParts;
import himalia.model.Trainer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The features that a trainer, or one inside of it, has in its options by their names. */
final class NamedColumns {
    private NamedColumns() {}

    static Set<String> of(Trainer trainer) {
        var named = new LinkedHashSet<String>();
        add(trainer, named);
        return named;
    }

    /** Returns the steps of pipelines, in a trainer or in one inside of it, that name a feature. */
    static Set<String> steps(Trainer trainer, String column) {
        var naming = new LinkedHashSet<String>();
        addSteps(trainer, column, naming);
        return naming;
    }

    private static void addSteps(Object part, String column, Set<String> naming) {
        if (part instanceof Pipeline pipeline) {
            naming.addAll(pipeline.naming(column));
        }
        if (part instanceof Trainer && part instanceof Record record) {
            RecordParts.of(record).values().forEach(each -> addSteps(each, column, naming));
        } else if (part instanceof List<?> several) {
            several.forEach(each -> addSteps(each, column, naming));
        }
    }

    private static void add(Object part, Set<String> named) {
        if (part instanceof BoostingOptions options) {
            named.addAll(options.categorical());
            named.addAll(options.monotone().keySet());
        } else if (part instanceof Trainer && part instanceof Record record) {
            RecordParts.of(record).values().forEach(each -> add(each, named));
        } else if (part instanceof List<?> several) {
            several.forEach(each -> add(each, named));
        }
    }
}
