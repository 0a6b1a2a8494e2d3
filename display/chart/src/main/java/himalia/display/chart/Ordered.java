package himalia.display.chart;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Gives series an order where their map has none, so that a chart looks the same in every run. */
final class Ordered {
    /** What {@link Map#of} gives: its order changes from one start of the JVM to the next. */
    private static final Class<?> MAP_OF = Map.of(1, 1, 2, 2).getClass();

    private Ordered() {}

    /** Returns the entries in the map's own order where it has one, else by name. */
    static <V> Map<String, V> of(Map<String, V> map) {
        boolean isHashed = map instanceof HashMap && !(map instanceof LinkedHashMap);
        return isHashed || map instanceof ConcurrentHashMap || MAP_OF.isInstance(map)
                ? new TreeMap<>(map)
                : map;
    }
}
