package himalia.magics.training;

import himalia.cluster.ClusterParallel;
import himalia.magics.spi.MagicException;
import himalia.model.Feature;
import himalia.model.Labels;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.parallel.DataParallel;
import himalia.table.Tables;
import himalia.training.Bagging;
import himalia.training.BalancedBagging;
import himalia.training.ClassWeighted;
import himalia.training.DummyClassifier;
import himalia.training.DummyRegressor;
import himalia.training.FocalBoosting;
import himalia.training.GradientBoosting;
import himalia.training.GradientBoostingRanker;
import himalia.training.GradientBoostingRegressor;
import himalia.training.Stacking;
import himalia.training.Voting;
import himalia.training.XgboostForest;
import himalia.training.XgboostForestRegressor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tech.tablesaw.api.Table;

/** Rows to judge by, looked at before hours of training: what the model will refuse in them can be told from the rows to learn from. */
record TestRows(Table test) {
    private static final Set<Class<? extends Trainer>> TAKE_MISSING =
            Set.of(
                    ClusterParallel.class,
                    DummyClassifier.class,
                    DummyRegressor.class,
                    FocalBoosting.class,
                    GradientBoosting.class,
                    GradientBoostingRanker.class,
                    GradientBoostingRegressor.class,
                    XgboostForest.class,
                    XgboostForestRegressor.class);

    /** Refuses them by what our algorithms read, which is every column; another one may leave some alone, and is not asked. */
    void check(Trainer trainer, Table train, String label) {
        if (!isOurs(trainer)) {
            return;
        }
        for (var name : train.columnNames()) {
            Tables.column(test, name, "test table");
        }
        if (!areOurs(trainer)) {
            // A pipeline may fill what is missing, and read texts as numbers.
            return;
        }
        var numbers =
                train.columns().stream()
                        .filter(column -> !column.name().equals(label))
                        .filter(column -> !trainer.ranksWithin().equals(Optional.of(column.name())))
                        .map(Feature::of)
                        .filter(feature -> isNumber(feature.type()))
                        .toList();
        var target = target(trainer, train, label);
        try {
            if (target instanceof Target.Classes classes) {
                Labels.toCompare(test, label, classes.classes());
            }
            if (!numbers.isEmpty()) {
                check(new Schema(numbers, target), trainer);
            }
        } catch (IllegalArgumentException e) {
            throw new MagicException(
                    "%train: the test table cannot be read, so nothing is trained: "
                            + e.getMessage(),
                    e);
        }
    }

    private static boolean isOurs(Trainer trainer) {
        return trainer.getClass().getPackageName().matches("himalia\\.(training|parallel|cluster)");
    }

    private void check(Schema schema, Trainer trainer) {
        var refusing = refusing(trainer);
        if (refusing.isPresent()) {
            schema.completeColumns(test, refusing.get().name());
        } else {
            schema.columns(test);
        }
    }

    private static boolean isNumber(Feature.Type type) {
        return type.isNumber() || type == Feature.Type.BOOLEAN;
    }

    /** Says the label's trouble as the training does, which has not begun. */
    private static Target target(Trainer trainer, Table train, String label) {
        return trainer.predicts().equals(Optional.of(Target.Kind.CLASSES))
                ? Labels.toLearn(train, label).target()
                : new Target.Numbers(label);
    }

    private static List<Trainer> members(Trainer trainer) {
        if (trainer instanceof Voting voting) {
            return voting.members();
        }
        if (trainer instanceof Stacking stacking) {
            return stacking.members();
        }
        return member(trainer).map(List::of).orElse(List.of());
    }

    /** The one that an algorithm trains. */
    private static Optional<Trainer> member(Trainer trainer) {
        if (trainer instanceof Bagging bagging) {
            return Optional.of(bagging.member());
        }
        if (trainer instanceof BalancedBagging bagging) {
            return Optional.of(bagging.member());
        }
        if (trainer instanceof ClassWeighted weighted) {
            return Optional.of(weighted.trainer());
        }
        return trainer instanceof DataParallel parallel
                ? Optional.of(parallel.trainer())
                : Optional.empty();
    }

    /** Whether an algorithm and all that it trains are ours. */
    private static boolean areOurs(Trainer trainer) {
        return isOurs(trainer) && members(trainer).stream().allMatch(TestRows::areOurs);
    }

    /** Returns which of an algorithm's members takes no missing value, itself where it has none. */
    private static Optional<Trainer> refusing(Trainer trainer) {
        var members = members(trainer);
        return members.isEmpty()
                ? Optional.of(trainer).filter(each -> !TAKE_MISSING.contains(each.getClass()))
                : members.stream().flatMap(each -> refusing(each).stream()).findFirst();
    }
}
