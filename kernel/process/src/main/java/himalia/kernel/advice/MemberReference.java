package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.javac.Receiver;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is named behind {@code ::}, and is no method of the type before it. */
final class MemberReference {
    private static final Pattern METHOD = Pattern.compile("symbol:\\s+method (\\w+)");

    private MemberReference() {}

    /** Returns what to do about it: there is no call, and so there are no parentheses to leave out. */
    static Optional<String> hint(Problem problem, String said) {
        var named = METHOD.matcher(said);
        return named.find()
                ? problem.receiver().map(each -> hint(named.group(1), each, said))
                : Optional.empty();
    }

    private static String hint(String name, Receiver receiver, String said) {
        boolean takesMore = said.matches("(?s).*symbol:\\s+method \\w+\\([^)]*,.*");
        return isField(name, receiver)
                ? "%1$s is a field, and behind :: stands a method: write a lambda%2$s."
                        .formatted(name, takesMore ? "" : ", x -> x." + name)
                : MissingMember.advice("method", name, receiver, said);
    }

    private static boolean isField(String name, Receiver receiver) {
        return receiver.members().stream()
                .filter(each -> each.name().equals(name))
                .anyMatch(each -> each.kind() == Receiver.Kind.FIELD && !each.hidden());
    }
}
