package himalia.magics.features;

import himalia.display.bundle.MimeBundle;
import himalia.features.leakage.Ablation;
import himalia.features.leakage.LeakageReport;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.model.Model;
import java.util.LinkedHashSet;
import java.util.List;
import tech.tablesaw.api.Table;

/** What models do without each column that a report suspects. */
record ShownAblation(Table train, Table test, String label) {
    /** Refuses to train none, before anything is looked for. */
    static void check(boolean ablates, List<Model> models) {
        if (ablates && models.isEmpty()) {
            throw new MagicException(
                    "%leakage: --ablate trains each --model again, and none is named; add --model and the variable of one");
        }
    }

    void show(Notebook notebook, LeakageReport report, List<Model> models) {
        var suspects = Ablation.suspects(report);
        if (suspects.isEmpty()) {
            notebook.display(MimeBundle.plain("no column is suspect; nothing was trained again"));
            return;
        }
        for (var model : new LinkedHashSet<>(models)) {
            var ablation = Ablation.of(model, train, test, label, suspects);
            notebook.display(ablation);
            // A cell of a table is cut, and why a model could not be trained is told whole.
            ablation.where(ablation.doubleColumn("score").isMissing())
                    .stringColumn("says")
                    .asList()
                    .forEach(why -> notebook.display(MimeBundle.plain(why)));
        }
    }

    /** Returns the same in Java; {@code check} is what the report is made by. */
    String java(JavaText java, String check, List<Model> models) {
        var type = java.type(Ablation.class);
        var each =
                models.stream()
                        .distinct()
                        .map(
                                model ->
                                        "%s.of(%s, %s, %s.suspects(%s))"
                                                .formatted(
                                                        type,
                                                        java.of(model),
                                                        java.list(train, test, label),
                                                        type,
                                                        check))
                        .toList();
        return each.size() == 1 ? each.get(0) : "List.of(" + String.join(", ", each) + ")";
    }
}
