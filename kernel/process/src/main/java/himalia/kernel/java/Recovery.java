package himalia.kernel.java;

import java.util.ArrayList;
import java.util.List;

/** After a worker was lost: a new one with the classes of types and methods; the variables are gone, and are named. */
final class Recovery {
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
            return text.append("Lost variables: ")
                    .append(String.join(", ", lost))
                    .append(". Run the cells that made them again.")
                    .toString();
        }
    }

    Report run() {
        var why = compiler.runner().revive();
        var lost = new ArrayList<String>();
        for (var variable : compiler.session().variables()) {
            lost.add(variable.name());
            compiler.drop(variable);
        }
        compiler.session().typesOfValues().clear();
        return new Report(why, lost);
    }
}
