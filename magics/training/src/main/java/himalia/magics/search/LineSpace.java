package himalia.magics.search;

import himalia.magics.spi.MagicException;
import himalia.magics.training.Algorithm;
import himalia.model.RecordParts;
import himalia.model.Trainer;
import himalia.search.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a line searches: what it says, or the algorithm's own without what an option of the line fixes. */
final class LineSpace {
    private static final Pattern WORD_BEGIN = Pattern.compile("-(\\p{Alnum})");

    private LineSpace() {}

    /**
     * Returns it.
     *
     * @param written the space of the line; blank for the algorithm's own
     * @param given the options of the algorithm that the line gives
     */
    static SearchSpace of(String written, Algorithm algorithm, List<OptionSpec> given) {
        var own =
                algorithm.space().isBlank()
                        ? SearchSpace.empty()
                        : SearchSpace.of(algorithm.space());
        if (written.isBlank()) {
            return own(own, given);
        }
        var space = SearchSpace.of(written);
        // One without a default chooses what is trained, as --gamma the focal loss, and its number
        // may be searched.
        var values =
                given.stream()
                        .filter(option -> option.defaultValue() != null || isTruth(option))
                        .toList();
        fixed(space, records(space, own, algorithm), values)
                .forEach(
                        (name, option) -> {
                            throw new MagicException(
                                    "%%tune: %s fixes '%s', and --space searches it; leave one of the two out"
                                            .formatted(option, name));
                        });
        return space;
    }

    private static SearchSpace own(SearchSpace own, List<OptionSpec> given) {
        if (own.isEmpty()) {
            throw new MagicException(
                    "%tune: this algorithm has no settings of its own to search; say which by --space, such as \"NAME=int(2,8)\"");
        }
        var fixed = fixed(own, prefixes(own), given);
        var left = own.without(fixed.keySet());
        if (left.isEmpty()) {
            throw new MagicException(
                    "%%tune: nothing is left to search, since the line fixes %s; leave out %s, or name another setting by --space, such as \"NAME=int(2,8)\""
                            .formatted(
                                    String.join(", ", fixed.values()),
                                    fixed.size() == 1 ? "that option" : "one of these options"));
        }
        return left;
    }

    private static boolean isTruth(OptionSpec option) {
        return option.type() == boolean.class;
    }

    /** Returns the options that fix settings of a space, by these. */
    private static Map<String, String> fixed(
            SearchSpace space, Set<String> inside, List<OptionSpec> given) {
        var fixed = new LinkedHashMap<String, String>();
        for (var option : given) {
            for (var record : inside) {
                var name = record + setting(option);
                if (space.names().contains(name)) {
                    fixed.put(name, option.longestName());
                }
            }
        }
        return fixed;
    }

    /** Returns the records inside of the trainer that a space names, each with its dot behind it; "" is the trainer itself. */
    private static Set<String> prefixes(SearchSpace space) {
        var prefixes = new TreeSet<String>(List.of(""));
        space.names().forEach(name -> prefixes.add(name.substring(0, name.lastIndexOf('.') + 1)));
        return prefixes;
    }

    /** Returns those of a space whose settings are the line's: all of the trainer but those of a trainer inside of it, which the algorithm's own space does not name. */
    private static Set<String> records(SearchSpace space, SearchSpace own, Algorithm algorithm) {
        var ours = prefixes(own);
        var records = prefixes(space);
        var trainer = algorithm.trainer(0);
        records.removeIf(record -> !ours.contains(record) && !isOurs(record, ours, trainer));
        return records;
    }

    private static boolean isOurs(String record, Set<String> ours, Object trainer) {
        var owner = trainer;
        for (int dot = record.indexOf('.'), from = 0; dot >= 0; ) {
            if (!(owner instanceof Record parts)) {
                return false;
            }
            owner = RecordParts.of(parts).get(record.substring(from, dot));
            if (owner instanceof Trainer && !ours.contains(record.substring(0, dot + 1))) {
                return false;
            }
            from = dot + 1;
            dot = record.indexOf('.', from);
        }
        return true;
    }

    /** As a record calls what an option sets: {@code byDistance} of {@code --by-distance}. */
    private static String setting(OptionSpec option) {
        var words = option.longestName().replaceFirst("^-+", "");
        return WORD_BEGIN
                .matcher(words)
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    /** Returns the options that a line gives, but those that its magic has for all. */
    static List<OptionSpec> given(CommandSpec line, CommandSpec magic) {
        var given = new ArrayList<>(line.commandLine().getParseResult().matchedOptions());
        var shared =
                magic.options().stream().map(OptionSpec::longestName).collect(Collectors.toSet());
        given.removeIf(option -> shared.contains(option.longestName()));
        return given;
    }
}
