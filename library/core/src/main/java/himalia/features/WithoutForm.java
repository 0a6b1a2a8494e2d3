package himalia.features;

import java.util.Map;

/** Which steps cannot be written in SQL or ONNX, and why: all of them stand here. */
final class WithoutForm {
    private static final String HASHED =
            "no function there hashes texts as it does, by MurmurHash3";

    private static final Map<Class<? extends Step>, String> REASONS =
            Map.of(
                    KnnImputer.class,
                            "it asks all rows that it has learnt from, which a form would hold",
                    HashingEncoder.class, HASHED,
                    HashingVectorizer.class, HASHED);

    private WithoutForm() {}

    static UnsupportedOperationException in(String language, Step step) {
        return new UnsupportedOperationException(
                "%s has no form in %s: %s; apply it to the table, and write the steps and the model behind it"
                        .formatted(
                                step.name(),
                                language,
                                REASONS.getOrDefault(
                                        step.getClass(), "its fitted step does not write one")));
    }
}
