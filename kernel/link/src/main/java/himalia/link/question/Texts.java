package himalia.link.question;

import java.util.List;

/** Reads lists of texts. */
final class Texts {
    private Texts() {}

    static List<String> of(List<?> list) {
        return list.stream().map(String::valueOf).toList();
    }
}
