package himalia.kernel;

import himalia.kernel.java.Interpreter;
import himalia.kernel.magic.RuntimeValues;
import himalia.kernel.workers.CandidateLine;
import himalia.magics.spi.MagicDescription.Parameter;
import java.util.List;
import java.util.Map;

/** Asks the process that runs the cells for the values that a magic's parameter may have. */
final class WorkerValues implements RuntimeValues {
    private final CandidateLine line;
    private final Interpreter interpreter;

    WorkerValues(CandidateLine line, Interpreter interpreter) {
        this.line = line;
        this.interpreter = interpreter;
    }

    @Override
    public List<String> of(Parameter parameter, List<String> words) {
        var variables =
                interpreter.variables().stream()
                        .map(each -> Map.of("name", each.name(), "class", each.className()))
                        .toList();
        return line.ask(
                Map.of(
                        "source",
                        parameter.valuesFrom(),
                        "type",
                        parameter.type(),
                        "words",
                        words,
                        "variables",
                        variables));
    }
}
