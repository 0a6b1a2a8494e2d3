package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * To resolve libraries, to remember a repository, or how far a fetch is.
 *
 * @param fetch the fetch that is asked about; 0 for none
 * @param stop whether it is given up
 * @param words what is asked of the resolver, as it calls that: nothing is empty
 */
public record MavenQuestion(long fetch, boolean stop, Map<String, List<String>> words)
        implements Question {
    /** How it is called. */
    public static final String NAME = "maven";

    /** Reads it from a message. */
    public static MavenQuestion from(LinkMessage asked) {
        if (asked.number("fetch") > 0) {
            return new MavenQuestion(asked.number("fetch"), asked.has("stop"), Map.of());
        }
        var words = new LinkedHashMap<String, List<String>>();
        asked.fields().keySet().forEach(name -> words.put(name, Texts.of(asked.list(name))));
        words.values().removeIf(List::isEmpty);
        return new MavenQuestion(0, false, words);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        if (fetch == 0) {
            return Map.copyOf(words);
        }
        return stop ? Map.of("fetch", fetch, "stop", true) : Map.of("fetch", fetch);
    }
}
