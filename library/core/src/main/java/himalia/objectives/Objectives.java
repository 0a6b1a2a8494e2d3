package himalia.objectives;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Several objectives with a model for each: what they count is said when items are ranked, and may change without training.
 *
 * <pre>{@code
 * Model quality = new LinearRegression().fit(train.rejectColumns("engagement"), "quality");
 * Model engagement = new LinearRegression().fit(train.rejectColumns("quality"), "engagement");
 * ScoredItems items = Objectives.of(quality, 1.0).and(engagement, 0.2).score(test);
 * items.ranked()
 * items.with(0.1, 1.0).ranked()      // other weights, the same models
 * }</pre>
 *
 * @param objectives one at least, of different names
 */
public record Objectives(List<Objective> objectives) {
    public Objectives {
        objectives = List.copyOf(given(objectives, "objectives"));
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("there are no objectives; give one at least");
        }
        var names = new HashSet<String>();
        for (var each : objectives) {
            if (!names.add(each.name())) {
                throw new IllegalArgumentException(
                        "two objectives are called '%s'; name them, as in Objectives.of(\"clicks\", model, 1.0)"
                                .formatted(each.name()));
            }
        }
    }

    /** Begins with a model, which is called by its label. */
    public static Objectives of(Model model, double weight) {
        return of(given(model, "model").schema().label(), model, weight);
    }

    /** Begins with a model under a name. */
    public static Objectives of(String name, Model model, double weight) {
        return new Objectives(List.of(new Objective(name, model, weight)));
    }

    /** Adds a model, which is called by its label. */
    public Objectives and(Model model, double weight) {
        return and(given(model, "model").schema().label(), model, weight);
    }

    /** Adds a model under a name. */
    public Objectives and(String name, Model model, double weight) {
        var all = new ArrayList<>(objectives);
        all.add(new Objective(name, model, weight));
        return new Objectives(all);
    }

    /**
     * Trains a model for each of some columns, of which none is a feature of another. All count the same.
     *
     * <pre>{@code
     * Objectives.train(new LinearRegression(), train, "quality", "engagement").with(1, 0.2).score(test)
     * }</pre>
     *
     * @param trainer predicts numbers, or tells two classes apart
     */
    public static Objectives train(Trainer trainer, Table table, String... labels) {
        given(trainer, "trainer");
        var names = List.of(given(labels, "labels"));
        for (var name : names) {
            Tables.column(table, name);
        }
        return new Objectives(
                names.stream()
                        .map(name -> new Objective(name, trained(trainer, table, name, names), 1))
                        .toList());
    }

    private static Model trained(Trainer trainer, Table table, String label, List<String> labels) {
        var others = labels.stream().filter(name -> !name.equals(label)).toArray(String[]::new);
        var model = trainer.fit(table.rejectColumns(others), label);
        Target.checkLabelled(model, "an objective");
        return model;
    }

    /** Returns the same models with other weights, in their order. */
    public Objectives with(double... weights) {
        given(weights, "weights");
        checkCount(weights.length, objectives.size());
        var all = new ArrayList<Objective>();
        for (int k = 0; k < weights.length; k++) {
            var each = objectives.get(k);
            all.add(new Objective(each.name(), each.model(), weights[k]));
        }
        return new Objectives(all);
    }

    static void checkCount(int weights, int objectives) {
        if (weights != objectives) {
            throw new IllegalArgumentException(
                    "there are %d objectives and %d weights; each has one"
                            .formatted(objectives, weights));
        }
    }

    /** Asks every model once; weights may change afterwards. */
    public ScoredItems score(Table items) {
        given(items, "items");
        var scores = new LinkedHashMap<String, double[]>();
        objectives.forEach(each -> scores.put(each.name(), each.scores(items)));
        return ScoredItems.of(items, scores)
                .with(objectives.stream().mapToDouble(Objective::weight).toArray());
    }

    @Override
    public String toString() {
        return WeightWords.of(
                objectives.stream().map(Objective::name).toList(),
                objectives.stream().mapToDouble(Objective::weight).toArray());
    }
}
