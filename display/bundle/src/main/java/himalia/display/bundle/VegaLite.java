package himalia.display.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An interactive chart as Vega-Lite describes it, version 5.
 *
 * <pre>{@code
 * new VegaLite(Map.of(
 *         "data", Map.of("values", List.of(Map.of("x", 1, "y", 2))),
 *         "mark", "point",
 *         "encoding", Map.of("x", Map.of("field", "x"), "y", Map.of("field", "y"))))
 * }</pre>
 *
 * @param specification maps, lists, strings, numbers and booleans
 */
public record VegaLite(Map<String, ?> specification) implements Displayable {
    private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

    public VegaLite {
        Objects.requireNonNull(
                specification,
                "the specification is null; an example is Map.of(\"mark\", \"bar\")");
        specification = Collections.unmodifiableMap(new LinkedHashMap<>(specification));
    }

    @Override
    public MimeBundle bundle() {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("$schema", SCHEMA);
        whole.putAll(specification);
        var title = whole.get("title");
        return MimeBundle.plain(
                        title instanceof String words
                                ? words + " · Vega-Lite chart"
                                : "[Vega-Lite chart]")
                .with(MimeBundle.VEGA_LITE, whole);
    }
}
