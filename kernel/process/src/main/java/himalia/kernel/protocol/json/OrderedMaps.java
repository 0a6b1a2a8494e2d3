package himalia.kernel.protocol.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes maps that keep the order in which they were written, so that the same message has the same bytes each time. */
public final class OrderedMaps {
    private OrderedMaps() {}

    /** Returns a map of names and values in turn. */
    public static Map<String, Object> map(@Nullable Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }
}
