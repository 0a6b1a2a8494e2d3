package himalia.display.bundle;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a class is, in the order in which a look is sought for it. */
final class Supertypes {
    private Supertypes() {}

    /** The class, then level by level its supertypes: superclasses before interfaces. */
    static Set<Class<?>> nearestFirst(Class<?> type) {
        var found = new LinkedHashSet<Class<?>>();
        var queue = new ArrayDeque<Class<?>>();
        queue.add(type);
        while (!queue.isEmpty()) {
            var next = queue.remove();
            if (next == Object.class || !found.add(next)) {
                continue;
            }
            if (next.getSuperclass() != null) {
                queue.add(next.getSuperclass());
            }
            if (next.isArray() && Object[].class.isAssignableFrom(next)) {
                queue.add(Object[].class);
            }
            for (var parent : next.getInterfaces()) {
                queue.add(parent);
            }
        }
        return found;
    }
}
