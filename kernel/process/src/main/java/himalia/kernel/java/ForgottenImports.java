package himalia.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The imports that a reset forgot: a name that they gave is missed by who goes on. */
public final class ForgottenImports {
    private final List<String> names = new ArrayList<>();

    /** Notes what stood behind import in each. */
    void add(List<String> imports) {
        names.addAll(imports);
    }

    /** Returns the one that gave a simple name; {@code types} are those of this name that there are. */
    public Optional<String> of(String simple, List<String> types) {
        return names.stream()
                .filter(
                        each ->
                                each.endsWith("." + simple)
                                        || types.contains(each.replaceFirst("\\*$", simple)))
                .findFirst();
    }
}
