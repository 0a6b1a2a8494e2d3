package himalia.worker;

import himalia.link.LinkMessage;
import himalia.magics.spi.Candidates;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.LineSoFar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;

/** Answers which values a parameter of a magic may have: what its {@link Candidates} tell, or variables of its type. */
final class CandidateValues implements CellThread.Job {
    static final LinkMessage NONE = answer(List.of());

    private final LinkMessage request;
    private final SnippetClasses classes;

    CandidateValues(LinkMessage request, SnippetClasses classes) {
        this.request = request;
        this.classes = classes;
    }

    @Override
    public long cell() {
        return -1;
    }

    @Override
    public LinkMessage run() throws Exception {
        var variables = variables();
        var values = new ArrayList<List<String>>();
        for (var words : request.list("lines")) {
            var texts = ((List<?>) Objects.requireNonNull(words)).stream().map(String::valueOf);
            values.add(
                    of(
                            new LineSoFar(
                                    texts.toList(), variables, CurrentNotebook.get().directory())));
        }
        return answer(values);
    }

    private List<String> of(LineSoFar line) throws Exception {
        var source = request.text("source");
        if (source.isEmpty()) {
            return List.copyOf(line.variables(type(request.text("type"))).keySet());
        }
        var values = new ArrayList<String>();
        for (var each : candidates(type(source))) {
            values.addAll(each.of(line));
        }
        return values;
    }

    /** Those of a class, or all that implement an interface as a service. */
    private static Iterable<? extends Candidates> candidates(Class<?> type)
            throws ReflectiveOperationException {
        var candidates = type.asSubclass(Candidates.class);
        return candidates.isInterface()
                ? ServiceLoader.load(candidates, ClassLoader.getSystemClassLoader())
                : List.of(candidates.getDeclaredConstructor().newInstance());
    }

    @Override
    public LinkMessage failed(Throwable thrown) {
        System.getLogger("himalia.worker")
                .log(System.Logger.Level.DEBUG, "no values from " + request.text("source"), thrown);
        return NONE;
    }

    private Map<String, Object> variables() throws ReflectiveOperationException {
        var variables = new LinkedHashMap<String, Object>();
        for (var each : request.list("variables")) {
            if (each instanceof Map<?, ?> variable) {
                var name = String.valueOf(variable.get("name"));
                var value = classes.value(String.valueOf(variable.get("class")), name);
                if (value != null) {
                    variables.put(name, value);
                }
            }
        }
        return variables;
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, false, ClassLoader.getSystemClassLoader());
    }

    private static LinkMessage answer(List<List<String>> values) {
        return new LinkMessage("done", Map.of("values", values));
    }
}
