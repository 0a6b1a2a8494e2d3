package himalia.evaluation.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Names of trainers by what differs in their settings: two long ones, cut to a column, look alike. */
final class DistinctNames {
    private DistinctNames() {}

    static List<String> of(List<String> texts) {
        var words =
                texts.stream()
                        .map(
                                text ->
                                        List.of(
                                                text.split(
                                                        "(?<=[\\[\\]])|(?=[\\[\\]])|(?<=, )|(?=, )")))
                        .toList();
        int most = words.stream().mapToInt(List::size).min().orElse(0);
        int before = 0;
        while (before < most && isShared(words, before, false)) {
            before++;
        }
        int after = 0;
        while (after < most - before && isShared(words, after, true)) {
            after++;
        }
        var names = new ArrayList<String>();
        for (var each : words) {
            names.add(closed(String.join("", each.subList(before, each.size() - after))));
        }
        boolean tellsNothing = names.stream().anyMatch(String::isBlank);
        return tellsNothing || new LinkedHashSet<>(names).size() < names.size() ? texts : names;
    }

    private static boolean isShared(List<List<String>> words, int place, boolean fromEnd) {
        return words.stream()
                        .map(each -> each.get(fromEnd ? each.size() - 1 - place : place))
                        .distinct()
                        .count()
                == 1;
    }

    private static String closed(String name) {
        int open = count(name, '[') - count(name, ']');
        return name + "]".repeat(Math.max(0, open));
    }

    private static int count(String name, char wanted) {
        return (int) name.chars().filter(letter -> letter == wanted).count();
    }
}
