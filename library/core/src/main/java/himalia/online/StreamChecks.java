package himalia.online;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Model;
import himalia.table.Tables;
import tech.tablesaw.api.Table;

/** Refuses a stream before anything is shown of it. */
final class StreamChecks {
    private StreamChecks() {}

    /** Looks for rows that the first model cannot take: later ones are trained as it was. */
    static void check(Prequential settings, Model model, Table stream, Truth truth) {
        if (!truth.areClasses() && settings.retraining().detector() instanceof Ddm) {
            throw new IllegalArgumentException(
                    "Ddm watches errors, 1 or 0, and '%s' is a number, which is missed by a distance; take an Adwin or a PageHinkley"
                            .formatted(model.schema().label()));
        }
        for (var name : model.schema().featureNames()) {
            Tables.column(stream, name, "stream");
        }
        var interrupt = new InterruptCheck();
        for (int from = 0; from < stream.rowCount(); from += settings.batch()) {
            interrupt.ask();
            int to = Math.min(from + settings.batch(), stream.rowCount());
            try {
                model.predict(stream.inRange(from, to));
            } catch (IllegalArgumentException e) {
                throw named(model, stream, from, to, e);
            }
        }
    }

    private static IllegalArgumentException named(
            Model model, Table stream, int from, int to, IllegalArgumentException refused) {
        for (int row = from; row < to; row++) {
            try {
                model.predict(stream.inRange(row, row + 1));
            } catch (IllegalArgumentException e) {
                return new IllegalArgumentException(
                        "row %d of the stream: %s".formatted(row, e.getMessage()), e);
            }
        }
        return refused;
    }
}
