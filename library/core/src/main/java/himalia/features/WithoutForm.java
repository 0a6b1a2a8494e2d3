package himalia.features;

/** What a step says whose fitted step does not write itself in SQL or ONNX, such as one of a user's. */
final class WithoutForm {
    private WithoutForm() {}

    static UnsupportedOperationException in(String language, Step step) {
        return new UnsupportedOperationException(
                "%s has no form in %s: its fitted step does not write one; apply it to the table, and write the steps and the model behind it"
                        .formatted(step.name(), language));
    }
}
