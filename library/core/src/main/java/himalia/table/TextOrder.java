package himalia.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The order of texts: that of letters, but where they are texts only since a table has no type for them. These are the
 * months and the days of a week by their names, and numbers that would lose digits in any column of numbers.
 */
final class TextOrder {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?");

    private TextOrder() {}

    /** Returns the order of these texts, which are the different ones of a column; empty ones are missing, and come last. */
    static Comparator<String> of(Collection<String> distinct) {
        return Comparator.comparing(String::isEmpty)
                .thenComparing(ordered(distinct.stream().filter(text -> !text.isEmpty()).toList()));
    }

    private static Comparator<String> ordered(List<String> distinct) {
        if (distinct.stream().allMatch(text -> NUMBER.matcher(text).matches())) {
            return distinct.stream().allMatch(TextOrder::isHeld)
                    ? Comparator.naturalOrder()
                    // Of two missing ones, neither is a number.
                    : Comparator.comparing(
                            text -> text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text));
        }
        return calendar(distinct)
                .map(names -> Comparator.comparingInt((String name) -> names.indexOf(name)))
                .orElse(Comparator.naturalOrder());
    }

    /** Returns all months or all days of a week, where these texts are such; empty texts are missing values. */
    static Optional<List<String>> calendar(Collection<String> distinct) {
        for (var names : List.of(names(Month.values()), names(DayOfWeek.values()))) {
            boolean areAll =
                    distinct.stream().allMatch(text -> text.isEmpty() || names.contains(text));
            if (areAll && !distinct.isEmpty()) {
                return Optional.of(names);
            }
        }
        return Optional.empty();
    }

    private static List<String> names(Enum<?>[] constants) {
        return List.of(constants).stream().<String>map(Enum::name).toList();
    }

    /** A column of numbers would hold it: it is a text for another reason. */
    private static boolean isHeld(String number) {
        if (number.indexOf('.') < 0) {
            return number.length() < 19 || new BigInteger(number).bitLength() < Long.SIZE;
        }
        return BigDecimal.valueOf(Double.parseDouble(number)).compareTo(new BigDecimal(number))
                == 0;
    }
}
