package himalia.kernel;

import himalia.kernel.java.Interpreter;
import himalia.kernel.magic.RuntimeValues;
import himalia.kernel.workers.CandidateLine;
import himalia.magics.spi.MagicDescription.Parameter;
import himalia.magics.spi.TextCandidates;
import java.util.List;
import java.util.Map;

/** Asks the process that runs the cells for the values that a magic's parameter, or a text in code, may have. */
final class WorkerValues implements RuntimeValues {
    private final CandidateLine line;
    private final Interpreter interpreter;

    WorkerValues(CandidateLine line, Interpreter interpreter) {
        this.line = line;
        this.interpreter = interpreter;
    }

    @Override
    public List<String> of(Parameter parameter, List<String> words) {
        return one(parameter.valuesFrom(), parameter.type(), words);
    }

    @Override
    public List<String> ofText(List<String> words) {
        return one(TextCandidates.class.getName(), "", words);
    }

    @Override
    public List<List<String>> ofTexts(List<List<String>> statements) {
        return ask(TextCandidates.class.getName(), "", statements);
    }

    private List<String> one(String source, String type, List<String> words) {
        return ask(source, type, List.of(words)).stream().findFirst().orElse(List.of());
    }

    private List<List<String>> ask(String source, String type, List<List<String>> lines) {
        var variables =
                interpreter.variables().stream()
                        .map(each -> Map.of("name", each.name(), "class", each.className()))
                        .toList();
        return line.ask(
                Map.of("source", source, "type", type, "lines", lines, "variables", variables));
    }
}
