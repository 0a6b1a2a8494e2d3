package himalia.sampling;

import himalia.model.Trainer;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a sampler's strategy comes to, before a row is looked at. */
final class Explained {
    private static final Set<Class<? extends Sampler>> ADD =
            Set.of(
                    RandomOverSampler.class,
                    Smote.class,
                    Smotenc.class,
                    Smoten.class,
                    BorderlineSmote.class,
                    SvmSmote.class,
                    KMeansSmote.class,
                    Adasyn.class);

    private static final Set<Class<? extends Sampler>> DROP =
            Set.of(
                    RandomUnderSampler.class,
                    NearMiss.class,
                    InstanceHardnessThreshold.class,
                    ClusterCentroids.class);

    private static final Set<Class<? extends Sampler>> CLEAN =
            Set.of(
                    TomekLinks.class,
                    EditedNearestNeighbours.class,
                    RepeatedEditedNearestNeighbours.class,
                    AllKnn.class,
                    NeighbourhoodCleaningRule.class,
                    CondensedNearestNeighbour.class,
                    OneSidedSelection.class);

    private static final String IN_THE_WAY = "rows that are in the way go";

    private Explained() {}

    static Table of(Sampler sampler, Table table, String label) {
        var classes = Classes.of(table, label);
        var check = new PlanCheck(table, label, classes);
        if (sampler instanceof SmoteTomek both) {
            return thenCleaned(of(both.smote(), classes, check), both.tomek(), classes);
        }
        if (sampler instanceof SmoteEnn both) {
            return thenCleaned(of(both.smote(), classes, check), both.edited(), classes);
        }
        return of(sampler, classes, check);
    }

    /**
     * Plans for classes.
     *
     * @param check refuses what resampling would; it is not asked of rows that there will be
     */
    private static Table of(Sampler sampler, Classes classes, @Nullable PlanCheck check) {
        var kind = kind(sampler);
        var strategy = new Strategy(Trainer.settingsOf(sampler).getOrDefault("strategy", "auto"));
        var targets = strategy.targets(kind, classes);
        if (check != null) {
            check.check(sampler, targets);
        }
        var counts = classes.counts();
        var plan =
                Table.create(
                        "what each class will have",
                        StringColumn.create("class", classes.names()),
                        IntColumn.create("rows", counts),
                        IntColumn.create("then", counts.length),
                        StringColumn.create("change", counts.length));
        for (var code = 0; code < counts.length; code++) {
            fill(plan, code, kind, targets, roughly(sampler));
        }
        var then = plan.intColumn("then");
        if (then.countMissing() == 0) {
            // What resampling would refuse is no plan.
            Draft.checkLeft((long) then.sum(), classes.codes().length);
        }
        return plan;
    }

    private static void fill(
            Table plan,
            int code,
            Strategy.Kind kind,
            Map<Integer, Integer> targets,
            String roughly) {
        int rows = plan.intColumn("rows").getInt(code);
        var target = targets.get(code);
        var change = plan.stringColumn("change");
        if (target != null && kind == Strategy.Kind.CLEAN) {
            change.set(code, IN_THE_WAY);
            return;
        }
        int then = target == null ? rows : kind == Strategy.Kind.ADD ? rows + target : target;
        plan.intColumn("then").set(code, then);
        if (then == 0) {
            change.set(code, "all go, and no model can learn it");
            return;
        }
        change.set(
                code,
                then == rows
                        ? "stays"
                        : "%s%,d %s"
                                .formatted(
                                        roughly,
                                        Math.abs(then - rows),
                                        then > rows ? "more" : "fewer"));
    }

    /** Returns how sure the number is: some round shares, keep all of rows that are equally hard, or find few candidates. */
    private static String roughly(Sampler sampler) {
        if (sampler instanceof Adasyn || sampler instanceof KMeansSmote) {
            return "about ";
        }
        if (sampler instanceof InstanceHardnessThreshold
                || sampler instanceof BorderlineSmote
                || sampler instanceof SvmSmote) {
            return "at most ";
        }
        return sampler instanceof NearMiss near && near.version() == 3 ? "at least " : "";
    }

    /** After rows were added nobody knows yet which are in the way. */
    private static Table thenCleaned(Table grown, Sampler cleaner, Classes classes) {
        var counts = grown.intColumn("then").asIntArray();
        // Which class is the smallest, and is left alone, is asked of the rows that there are then.
        var cleaned = of(cleaner, classes.withCounts(counts), null);
        for (var code = 0; code < grown.rowCount(); code++) {
            if (cleaned.intColumn("then").isMissing(code)) {
                grown.intColumn("then").setMissing(code);
                var change = grown.stringColumn("change");
                boolean isSame = change.get(code).equals("stays");
                change.set(code, (isSame ? "" : change.get(code) + ", then ") + IN_THE_WAY);
            }
        }
        return grown;
    }

    private static Strategy.Kind kind(Sampler sampler) {
        var type = sampler.getClass();
        if (ADD.contains(type)) {
            return Strategy.Kind.ADD;
        }
        if (DROP.contains(type)) {
            return Strategy.Kind.DROP;
        }
        if (CLEAN.contains(type)) {
            return Strategy.Kind.CLEAN;
        }
        throw new IllegalArgumentException(
                "%s does not say beforehand what each class will have; call resample, and Tables.counts of the result"
                        .formatted(type.getSimpleName()));
    }
}
