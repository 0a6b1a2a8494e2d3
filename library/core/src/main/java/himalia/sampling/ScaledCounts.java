package himalia.sampling;

import java.util.stream.Collectors;

/** Numbers of rows that a strategy names, for a part of the table that it was written for. */
final class ScaledCounts {
    private ScaledCounts() {}

    static Strategy of(Strategy strategy, Classes whole, Classes part) {
        var all = whole.counts();
        var some = part.counts();
        return new Strategy(
                StrategyParts.of(strategy.text(), whole.names()).stream()
                        .map(
                                each -> {
                                    var name = StrategyParts.name(each, whole.names());
                                    int code = whole.names().indexOf(name);
                                    int partCode = part.names().indexOf(name);
                                    return code < 0 || partCode < 0
                                            ? each
                                            : scaled(
                                                    each,
                                                    name,
                                                    (double) some[partCode] / all[code]);
                                })
                        .collect(Collectors.joining(",")));
    }

    /** What cannot be read stays, and is refused by the sampler, which has the words for it. */
    private static String scaled(String named, String name, double share) {
        var rows = named.substring(named.lastIndexOf('=') + 1).strip();
        // By the class's own share: more than it has stays more, whatever is rounded.
        return rows.matches("\\d{1,9}")
                ? name + "=" + Math.round(Integer.parseInt(rows) * share)
                : named;
    }
}
