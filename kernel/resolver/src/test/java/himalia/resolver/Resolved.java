package himalia.resolver;

import java.util.List;
import java.util.Map;

/** Asks a resolver that nobody watches. */
final class Resolved {
    private Resolved() {}

    static Map<String, List<String>> of(Map<String, List<String>> request) {
        return new Resolver().apply(request, progress -> true);
    }
}
