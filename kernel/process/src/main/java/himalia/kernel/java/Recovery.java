package himalia.kernel.java;

import himalia.kernel.cells.Entry;
import himalia.kernel.cells.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** After a worker was lost: a new one with the classes of types and methods; the variables are gone, and are named. */
final class Recovery {
    private static final int MOST_NAMED = 12;

    private final Compiler compiler;

    Recovery(Compiler compiler) {
        this.compiler = compiler;
    }

    /**
     * What became of the session.
     *
     * @param why what ended the worker
     * @param lost the variables that are gone
     */
    record Report(String why, List<String> lost) {
        String message() {
            var text =
                    new StringBuilder("the process that ran the cells is gone: ")
                            .append(why)
                            .append(". ");
            text.append("A new one is ready; types, methods and imports are kept. ");
            if (lost.isEmpty()) {
                return text.append("No variable was lost.").toString();
            }
            return text.append(losses()).toString();
        }

        /** Says what a change that the user asked for has cost. */
        String afterChange() {
            var kept = "A new process runs the cells; types, methods and imports are kept. ";
            return kept + (lost.isEmpty() ? "No variable was lost." : losses());
        }

        private String losses() {
            return lostOf(lost)
                    + ". Run the cells that made them again, or all of them with %replay.";
        }
    }

    /** Names what is lost; of many the first, and how many there are. */
    private static String lostOf(List<String> lost) {
        var named = String.join(", ", lost.subList(0, Math.min(MOST_NAMED, lost.size())));
        int more = lost.size() - MOST_NAMED;
        return "Lost variables: " + named + (more > 0 ? " and " + more + " more" : "");
    }

    Report run() {
        boolean first = compiler.runner().lost();
        var why = compiler.runner().revive();
        return new Report(why, first ? forget() : compiler.session().lastLost());
    }

    /** Replaces a process that lives; where the new one does not start, {@code undo} and once more. */
    Report renew(Runnable undo) {
        try {
            compiler.runner().renew(true, true);
            return new Report("", forget());
        } catch (IllegalArgumentException e) {
            undo.run();
            compiler.runner().renew(true, true);
            var lost = forget();
            throw new IllegalArgumentException(
                    e.getMessage()
                            + "; the process is a new one with the settings from before"
                            + (lost.isEmpty() ? "" : ". " + lostOf(lost)),
                    e);
        }
    }

    private List<String> forget() {
        var lost = new ArrayList<String>();
        lost.addAll(lostFromCells());
        for (var variable : compiler.session().variables()) {
            lost.add(variable.name());
            compiler.drop(variable);
        }
        compiler.session().typesOfValues().clear();
        compiler.session().lost(lost);
        return lost;
    }

    /**
     * The variables of cells are no more. A method that used one would find null in its place: it waits until they are
     * back.
     */
    private List<String> lostFromCells() {
        var names = compiler.cells().names();
        var lost = names.variables().stream().map(Entry::name).toList();
        var moving = names.dependents(Set.copyOf(lost));
        names.forget(names.variables());
        names.forget(moving);
        for (var entry : moving) {
            if (entry.kind() != Entry.Kind.VARIABLE) {
                names.await(Waiting.lacking(entry, missing(entry, lost)));
            }
        }
        return lost;
    }

    /** A method may have used one by way of another method. */
    private static String missing(Entry entry, List<String> lost) {
        var direct = lost.stream().filter(entry.words()::contains).toList();
        return (direct.isEmpty() ? lost : direct)
                .stream().map(name -> "variable " + name).collect(Collectors.joining(", "));
    }
}
