package himalia.features;

import himalia.model.RecordParts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps that do without a column which they name; one that named no other goes, for without a name it would take all. */
final class WithoutColumn {
    private WithoutColumn() {}

    static Pipeline of(Pipeline pipeline, String column) {
        var stages = new ArrayList<Stage>();
        for (var stage : pipeline.stages()) {
            if (stage instanceof Stage.Fit fit) {
                step(fit.step(), column).map(Stage.Fit::new).ifPresent(stages::add);
            } else {
                stages.add(stage);
            }
        }
        var trainer = pipeline.trainer();
        return new Pipeline(
                stages, trainer instanceof Pipeline inner ? of(inner, column) : trainer);
    }

    private static Optional<Step> step(Step step, String column) {
        if (step instanceof ColumnTransformer transformer) {
            var branches =
                    transformer.branches().stream()
                            .flatMap(branch -> branch(branch, column).stream())
                            .toList();
            return branches.isEmpty() && !transformer.branches().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ColumnTransformer(branches));
        }
        if (step instanceof FeatureUnion union) {
            var steps = steps(union.steps(), column);
            return steps.isEmpty() ? Optional.empty() : Optional.of(new FeatureUnion(steps));
        }
        if (!step.columns().contains(column)
                || !(step instanceof Record record)
                || !RecordParts.of(record).containsKey("columns")) {
            return Optional.of(step);
        }
        var rest = others(step.columns(), column);
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of((Step) RecordParts.with(record, "columns", rest));
    }

    private static Optional<ColumnTransformer.Branch> branch(
            ColumnTransformer.Branch branch, String column) {
        var rest = others(branch.columns(), column);
        return rest.isEmpty() && !branch.columns().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ColumnTransformer.Branch(
                                branch.kind(), rest, steps(branch.steps(), column)));
    }

    private static List<Step> steps(List<Step> steps, String column) {
        return steps.stream().flatMap(step -> step(step, column).stream()).toList();
    }

    private static List<String> others(List<String> columns, String column) {
        return columns.stream().filter(name -> !name.equals(column)).toList();
    }

    /** Returns the steps and samplers one of whose settings is the column's name. */
    static List<String> naming(Pipeline pipeline, String column) {
        return pipeline.stages().stream()
                .filter(stage -> names(stage.settings(), column))
                .map(Stage::name)
                .distinct()
                .toList();
    }

    private static boolean names(Object setting, String column) {
        var parts =
                setting instanceof Collection<?> many
                        ? many.stream()
                        : setting instanceof Record record
                                ? RecordParts.of(record).values().stream()
                                : Stream.empty();
        return setting.equals(column)
                || parts.anyMatch(part -> part != null && names(part, column));
    }
}
