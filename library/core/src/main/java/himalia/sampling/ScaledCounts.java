package himalia.sampling;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Numbers of rows that a strategy names, for a part of the table that it was written for. */
final class ScaledCounts {
    private ScaledCounts() {}

    static Strategy of(Strategy strategy, Classes whole, Classes part) {
        return new Strategy(
                Arrays.stream(strategy.text().split(","))
                        .map(each -> scaled(each, whole, part))
                        .collect(Collectors.joining(",")));
    }

    /** What cannot be read stays, and is refused by the sampler, which has the words for it. */
    private static String scaled(String named, Classes whole, Classes part) {
        int equals = named.lastIndexOf('=');
        var name = named.substring(0, Math.max(0, equals)).strip();
        var rows = named.substring(equals + 1).strip();
        int code = whole.names().indexOf(name);
        int partCode = part.names().indexOf(name);
        if (code < 0 || partCode < 0 || !rows.matches("\\d{1,9}")) {
            return named;
        }
        // By the class's own share: more than it has stays more, whatever is rounded.
        double share = (double) part.count(partCode) / whole.count(code);
        return name + "=" + Math.round(Integer.parseInt(rows) * share);
    }
}
