package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** To run code after the code that runs. */
public record RunQuestion(List<Source> sources) implements Question {
    /** How it is called. */
    public static final String NAME = "run";

    public RunQuestion {
        sources = List.copyOf(sources);
    }

    /**
     * Code.
     *
     * @param source its text, with magics
     * @param origin where it comes from, in words
     */
    public record Source(String source, String origin) {}

    /** Reads it from a message. */
    public static RunQuestion from(LinkMessage asked) {
        var sources = new ArrayList<Source>();
        for (var each : asked.list("sources")) {
            if (each instanceof Map<?, ?> map) {
                sources.add(
                        new Source(
                                String.valueOf(map.get("source")),
                                String.valueOf(map.get("origin"))));
            }
        }
        return new RunQuestion(sources);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of(
                "sources",
                sources.stream()
                        .map(each -> Map.of("source", each.source(), "origin", each.origin()))
                        .toList());
    }
}
