package himalia.kernel.session;

import himalia.kernel.java.Cell;
import himalia.kernel.java.Completeness;
import himalia.kernel.java.Interpreter;
import himalia.kernel.magic.CellRewriter;
import himalia.kernel.magic.MagicSyntaxException;
import himalia.kernel.magic.Magics;
import himalia.kernel.protocol.content.IsCompleteReply;
import himalia.kernel.protocol.content.IsCompleteRequest;
import java.util.stream.Collectors;

/** Answers {@code is_complete_request}, for Java and for what a cell may be beside it. */
final class IsCompleteHandler implements Handler {
    private final Interpreter interpreter;
    private final CellRewriter rewriter;

    IsCompleteHandler(Interpreter interpreter, Magics magics) {
        this.interpreter = interpreter;
        // Which names the session has would have to wait for the compiler, and decides on `!name`
        // alone.
        this.rewriter = new CellRewriter(magics, name -> false);
    }

    @Override
    public void handle(Request request) {
        var answer = check(IsCompleteRequest.from(request.content()).code());
        request.reply(new IsCompleteReply(answer.status(), answer.indent()));
    }

    private Completeness check(String code) {
        if (NameHelp.asked(code).isPresent()) {
            return new Completeness("complete", "");
        }
        if (rewriter.beginsWithCellMagic(code)) {
            return bodyEnds(code)
                    ? new Completeness("complete", "")
                    : new Completeness("incomplete", "");
        }
        try {
            return interpreter.isComplete(
                    rewriter.rewrite(code).stream()
                            .filter(part -> part.role() == Cell.Part.Role.CODE)
                            .map(Cell.Part::source)
                            .collect(Collectors.joining("\n")));
        } catch (MagicSyntaxException e) {
            return new Completeness("invalid", "");
        }
    }

    /** The body of a cell's magic may be any text: it ends, as in IPython, with an empty line. */
    private static boolean bodyEnds(String code) {
        int last = code.lastIndexOf('\n');
        return last >= 0 && code.substring(last).isBlank();
    }
}
