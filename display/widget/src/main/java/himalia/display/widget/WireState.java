package himalia.display.widget;

import himalia.display.bundle.comm.CommMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A state as it travels: bytes beside it, with the paths where they belong, and models by their names.
 *
 * @param state without bytes
 * @param paths where each of the buffers belongs: names and positions
 * @param buffers in the order of the paths
 */
record WireState(Map<String, Object> state, List<List<Object>> paths, List<byte[]> buffers) {
    static WireState of(Map<String, Object> state) {
        var paths = new ArrayList<List<Object>>();
        var buffers = new ArrayList<byte[]>();
        var bare = bareMap(state, List.of(), paths, buffers);
        return new WireState(bare, paths, buffers);
    }

    private static Map<String, Object> bareMap(
            Map<?, ?> map, List<Object> here, List<List<Object>> paths, List<byte[]> buffers) {
        var bare = new LinkedHashMap<String, Object>();
        map.forEach(
                (key, value) -> {
                    var name = String.valueOf(key);
                    var path = below(here, name);
                    if (value instanceof byte[] bytes) {
                        // An entry of a map is taken out, an item of a list leaves a gap.
                        paths.add(path);
                        buffers.add(bytes);
                    } else {
                        put(bare, name, bare(value, path, paths, buffers));
                    }
                });
        return bare;
    }

    // Nulls are values of JSON.
    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        map.put(name, value);
    }

    private static @Nullable Object bare(
            @Nullable Object value,
            List<Object> path,
            List<List<Object>> paths,
            List<byte[]> buffers) {
        if (value instanceof WidgetModel model) {
            return "IPY_MODEL_" + model.id();
        }
        if (value instanceof Map<?, ?> map) {
            return bareMap(map, path, paths, buffers);
        }
        if (value instanceof List<?> list) {
            var bare = new ArrayList<@Nullable Object>();
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof byte[] bytes) {
                    paths.add(below(path, i));
                    buffers.add(bytes);
                    bare.add(null);
                } else {
                    bare.add(bare(list.get(i), below(path, i), paths, buffers));
                }
            }
            return bare;
        }
        return value;
    }

    private static List<Object> below(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** Returns the state that a message of the page holds, its bytes back in their places. */
    static Map<String, Object> read(CommMessage message) {
        var state = copyOf(message.data().get("state"));
        if (message.data().get("buffer_paths") instanceof List<?> paths) {
            for (int i = 0; i < Math.min(paths.size(), message.buffers().size()); i++) {
                if (paths.get(i) instanceof List<?> path && !path.isEmpty()) {
                    place(state, path, message.buffers().get(i));
                }
            }
        }
        return fields(state);
    }

    /** Returns an object's fields; none where it is no object. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> fields(@Nullable Object object) {
        return object instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((key, each) -> copy.put(key, copyOf(each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(each -> copy.add(copyOf(each)));
            return copy;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static void place(@Nullable Object state, List<?> path, byte[] bytes) {
        @Nullable Object at = state;
        for (var step : path.subList(0, path.size() - 1)) {
            at = at instanceof Map<?, ?> map ? map.get(step) : item(at, step);
        }
        var last = path.get(path.size() - 1);
        if (at instanceof Map<?, ?> map) {
            ((Map<Object, Object>) map).put(last, bytes);
        } else if (at instanceof List<?> list && item(at, last) == null && index(last) >= 0) {
            if (index(last) < list.size()) {
                ((List<Object>) list).set(index(last), bytes);
            }
        }
    }

    private static @Nullable Object item(@Nullable Object list, @Nullable Object step) {
        return list instanceof List<?> items && index(step) >= 0 && index(step) < items.size()
                ? items.get(index(step))
                : null;
    }

    private static int index(@Nullable Object step) {
        return step instanceof Number number ? number.intValue() : -1;
    }
}
