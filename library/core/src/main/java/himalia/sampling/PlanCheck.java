package himalia.sampling;

import himalia.table.Matrices;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Whether a table has the rows that a plan needs: what resampling would refuse is no plan. Of what is known only behind the work
 * itself, as a machine's support vectors and clusters, nothing is asked.
 */
final class PlanCheck {
    private final Table table;
    private final String label;
    private final Classes classes;

    PlanCheck(Table table, String label, Classes classes) {
        this.table = table;
        this.label = label;
        this.classes = classes;
    }

    /**
     * Refuses what the sampler would refuse.
     *
     * @param targets how many rows each class gets, or how many stay
     */
    void check(Sampler sampler, Map<Integer, Integer> targets) {
        if (sampler instanceof Smote smote) {
            ofEach(targets, smote.neighbours(), Smote.NAME);
            examples(Smote.NAME);
        } else if (sampler instanceof Smotenc smotenc) {
            ofEach(targets, smotenc.neighbours(), Smotenc.NAME);
        } else if (sampler instanceof Smoten smoten) {
            ofEach(targets, smoten.neighbours(), Smoten.NAME);
        } else if (sampler instanceof Adasyn adasyn) {
            ofEach(targets, adasyn.neighbours(), Adasyn.NAME);
            adasyn.checkShares(examples(Adasyn.NAME), targets);
        } else if (sampler instanceof BorderlineSmote borderline) {
            borderline.checkDanger(examples(BorderlineSmote.NAME), targets);
        } else if (sampler instanceof SvmSmote svm) {
            ofEach(targets, svm.neighbours(), SvmSmote.NAME);
            if (adds(targets)) {
                Few.border(examples(SvmSmote.NAME).size(), SvmSmote.NAME, svm.border());
            }
        } else if (sampler instanceof KMeansSmote means) {
            means.checkClusters(examples(KMeansSmote.NAME));
            ofEach(targets, means.neighbours(), KMeansSmote.NAME);
        } else {
            checkDropping(sampler, targets);
        }
    }

    private void checkDropping(Sampler sampler, Map<Integer, Integer> targets) {
        if (sampler instanceof NearMiss near) {
            examples(NearMiss.NAME);
            near.rare(classes);
        } else if (sampler instanceof InstanceHardnessThreshold hard) {
            hard.checkFolds(classes);
        } else if (sampler instanceof EditedNearestNeighbours edited) {
            ofTable(targets, edited.neighbours(), EditedNearestNeighbours.NAME);
        } else if (sampler instanceof RepeatedEditedNearestNeighbours edited) {
            ofTable(targets, edited.neighbours(), RepeatedEditedNearestNeighbours.NAME);
        } else if (sampler instanceof NeighbourhoodCleaningRule rule) {
            ofTable(targets, rule.neighbours(), NeighbourhoodCleaningRule.NAME);
        }
    }

    private Examples examples(String algorithm) {
        return new Examples(table, label, Matrices.features(table, label), classes, algorithm);
    }

    private static boolean adds(Map<Integer, Integer> targets) {
        return targets.values().stream().anyMatch(count -> count > 0);
    }

    private void ofEach(Map<Integer, Integer> targets, int neighbours, String algorithm) {
        targets.forEach(
                (code, count) -> {
                    if (count > 0) {
                        Few.rows(classes, code, neighbours + 1, algorithm, neighbours);
                    }
                });
    }

    private void ofTable(Map<Integer, Integer> targets, int neighbours, String algorithm) {
        examples(algorithm);
        if (!targets.isEmpty()) {
            Few.check(classes.codes().length, neighbours + 1, algorithm, neighbours);
        }
    }
}
