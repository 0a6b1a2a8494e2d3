package himalia.kernel.help;

/** How JShell writes a generic method, {@code List<E> List<E>.<E>of()}, and how its declaration reads. */
final class GenericCall {
    private GenericCall() {}

    /** Returns {@code <E> List<E> List.of()}; what has no type parameters of its own stays as it is. */
    static String asWritten(String signature) {
        int name = nameStart(signature);
        if (name < 1 || signature.charAt(name - 1) != '>') {
            return signature;
        }
        int parameters = opening(signature, name - 1);
        if (parameters < 1 || signature.charAt(parameters - 1) != '.') {
            return signature;
        }
        int owner = parameters - 1;
        if (owner > 0 && signature.charAt(owner - 1) == '>') {
            // A method of its own parameters says nothing of its class's.
            owner = opening(signature, owner - 1);
        }
        return signature.substring(parameters, name).replace(" extends Object", "")
                + " "
                + signature.substring(0, owner)
                + "."
                + signature.substring(name);
    }

    private static int nameStart(String signature) {
        int start = signature.indexOf('(');
        while (start > 0 && Character.isJavaIdentifierPart(signature.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Returns where the bracket stands that closes at {@code end}. */
    private static int opening(String text, int end) {
        int depth = 0;
        for (int at = end; at >= 0; at--) {
            depth += text.charAt(at) == '>' ? 1 : text.charAt(at) == '<' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }
}
