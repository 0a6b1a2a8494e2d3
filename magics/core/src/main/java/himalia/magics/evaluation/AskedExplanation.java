package himalia.magics.evaluation;

import himalia.evaluation.explanation.Explanation;
import himalia.evaluation.explanation.PartialDependence;
import himalia.evaluation.explanation.PermutationImportance;
import himalia.evaluation.explanation.ShapValues;
import himalia.evaluation.explanation.TreeView;
import himalia.magics.spi.JavaText;
import himalia.model.Model;

/**
 * What a line of {@code %explain} asks for.
 *
 * @param part the column of pdp and ice, and the class
 * @param metric that of permutation; empty for the usual one
 * @param tree which tree
 */
record AskedExplanation(
        Model model,
        ExplainedBy what,
        AskedRows on,
        ExplainedPart part,
        String metric,
        int repeats,
        int tree,
        long seed) {
    Explanation explained() {
        return switch (what) {
            case PERMUTATION -> permutation();
            case PDP -> dependence();
            case ICE -> dependence().withRows();
            case SHAP -> shap();
            case TREE -> TreeView.of(model, tree);
        };
    }

    private PartialDependence dependence() {
        var all = PartialDependence.of(model, on.rows(), part.feature());
        return part.output().isEmpty() ? all : all.of(part.output());
    }

    private ShapValues shap() {
        var usual = ShapValues.of(model, on.rows());
        return part.output().isEmpty() ? usual : usual.of(part.output());
    }

    private PermutationImportance permutation() {
        var label = model.schema().label();
        return metric.isEmpty()
                ? PermutationImportance.of(model, on.rows(), label, repeats, seed)
                : PermutationImportance.of(model, on.rows(), label, metric, repeats, seed);
    }

    String java(JavaText java) {
        var first = java.list(model) + ", ";
        return switch (what) {
            case PERMUTATION -> {
                var label = model.schema().label();
                yield java.type(PermutationImportance.class)
                        + ".of("
                        + first
                        + on.java(java)
                        + ", "
                        + (metric.isEmpty()
                                ? java.list(label, repeats, seed)
                                : java.list(label, metric, repeats, seed))
                        + ")";
            }
            case PDP -> dependence(java, first);
            case ICE -> dependence(java, first) + ".withRows()";
            case SHAP ->
                    java.type(ShapValues.class)
                            + ".of("
                            + first
                            + on.java(java)
                            + ")"
                            + part.java(java);
            case TREE -> java.type(TreeView.class) + ".of(" + first + tree + ")";
        };
    }

    private String dependence(JavaText java, String first) {
        return java.type(PartialDependence.class)
                + ".of("
                + first
                + on.java(java)
                + ", "
                + java.list(part.feature())
                + ")"
                + part.java(java);
    }
}
