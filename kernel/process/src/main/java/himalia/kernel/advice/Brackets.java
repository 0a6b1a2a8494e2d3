package himalia.kernel.advice;

import himalia.kernel.cells.Cutter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which bracket closes which, in code that may be wrong: where one is missing, the next of another kind ends what is open. */
final class Brackets {
    private final String bare;
    private final Map<Integer, Integer> closing = new HashMap<>();
    private final Map<Integer, Integer> opening = new HashMap<>();
    private final List<Integer> open = new ArrayList<>();

    /** One that stands deeper in its line than what closes behind it: that is meant for another one. */
    private int skipped = -1;

    private Brackets(String bare) {
        this.bare = bare;
    }

    /** Reads code without comments and texts. */
    static Brackets in(String bare) {
        var read = new Brackets(bare);
        var stack = new ArrayDeque<Integer>();
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == '{' || c == '(' || c == '[') {
                stack.push(i);
            } else if (c == '}' || c == ')' || c == ']') {
                read.close(i, stack);
            }
        }
        read.open.addAll(stack);
        read.open.sort(Integer::compare);
        return read;
    }

    private void close(int at, Deque<Integer> stack) {
        var wanted = Cutter.opening(bare.substring(at, at + 1)).charAt(0);
        if (stack.stream().noneMatch(each -> bare.charAt(each) == wanted)) {
            return;
        }
        while (bare.charAt(stack.peek()) != wanted) {
            open.add(stack.pop());
        }
        noteIndent(at, stack);
        closing.put(stack.peek(), at);
        opening.put(at, stack.pop());
    }

    private void noteIndent(int at, Deque<Integer> stack) {
        if (skipped >= 0 || !isFirst(at)) {
            return;
        }
        int own = indent(at);
        boolean deeper = indent(stack.peek()) > own;
        if (deeper && stack.stream().skip(1).anyMatch(each -> indent(each) == own)) {
            skipped = stack.peek();
        }
    }

    /** Whether nothing stands before it in its line. */
    private boolean isFirst(int at) {
        int i = at - 1;
        while (i >= 0 && bare.charAt(i) != '\n' && Character.isWhitespace(bare.charAt(i))) {
            i--;
        }
        return i < 0 || bare.charAt(i) == '\n';
    }

    private int lineStart(int at) {
        return bare.lastIndexOf('\n', at - 1) + 1;
    }

    private int indent(int at) {
        int start = lineStart(at);
        int end = start;
        while (end < at && Character.isWhitespace(bare.charAt(end))) {
            end++;
        }
        return end - start;
    }

    /** Returns where the bracket is closed that opens at a place; nothing where it is not. */
    Optional<Integer> closing(int openAt) {
        return Optional.ofNullable(closing.get(openAt));
    }

    /** Returns where the bracket was opened that closes at a place. */
    Optional<Integer> opening(int closeAt) {
        return Optional.ofNullable(opening.get(closeAt));
    }

    /** Returns where the innermost bracket opens that is open at a place. */
    Optional<Integer> around(int at) {
        for (int i = Math.min(at, bare.length()) - 1; i >= 0; i--) {
            char c = bare.charAt(i);
            boolean opens = c == '{' || c == '(' || c == '[';
            if (opens && closing.getOrDefault(i, bare.length()) >= at) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Returns where the brackets open that are open at a place, from the inside out. */
    Stream<Integer> allAround(int at) {
        return Stream.iterate(around(at), Optional::isPresent, inner -> inner.flatMap(this::around))
                .flatMap(Optional::stream);
    }

    /** Returns those that are never closed, in their order. */
    List<Integer> open() {
        return List.copyOf(open);
    }

    /** Returns the one that is never closed, as its line begins and the others' do; the first of all where none stands out. */
    Optional<Integer> firstOpen(char kind) {
        if (skipped >= 0 && bare.charAt(skipped) == kind && !open.isEmpty()) {
            return Optional.of(skipped);
        }
        return open.stream().filter(each -> bare.charAt(each) == kind).findFirst();
    }

    /** Returns whether what {@link #firstOpen} gives stands out so. */
    boolean anyStandsOut() {
        return skipped >= 0;
    }
}
