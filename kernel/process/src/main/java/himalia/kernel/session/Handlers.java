package himalia.kernel.session;

import himalia.kernel.java.Interpreter;
import himalia.kernel.protocol.CommClose;
import himalia.kernel.protocol.CommInfoReply;
import himalia.kernel.protocol.CommOpen;
import himalia.kernel.protocol.IsCompleteReply;
import himalia.kernel.protocol.IsCompleteRequest;
import himalia.kernel.protocol.KernelInfoReply;
import java.util.List;
import java.util.Map;

/** The requests that are answered in a line or two. */
final class Handlers {
    private Handlers() {}

    static Handler isComplete(Interpreter interpreter) {
        return request -> {
            var answer = interpreter.isComplete(IsCompleteRequest.from(request.content()).code());
            request.reply(new IsCompleteReply(answer.status(), answer.indent()));
        };
    }

    /** No comm is open yet, whatever its target. */
    static Handler commInfo() {
        return request -> request.reply(new CommInfoReply(Map.of()));
    }

    /** A target that nobody registered: the front end is told at once, or it would wait for ever. */
    static Handler commOpen() {
        return request -> {
            var opened = CommOpen.from(request.content());
            request.publish(new CommClose(opened.commId(), Map.of()));
        };
    }

    static Handler kernelInfo(String version) {
        var language =
                new KernelInfoReply.LanguageInfo(
                        "java",
                        System.getProperty("java.version"),
                        "text/x-java",
                        ".jshell",
                        "java",
                        "text/x-java",
                        "script");
        var links =
                List.of(
                        new KernelInfoReply.HelpLink(
                                "Java API", "https://docs.oracle.com/en/java/javase/"),
                        new KernelInfoReply.HelpLink("JShell", "https://openjdk.org/jeps/222"));
        var banner =
                "Himalia "
                        + version
                        + ": Java "
                        + Runtime.version().feature()
                        + " with a library for machine-learning systems. %lsmagic lists the magics.";
        var reply = new KernelInfoReply("himalia", version, language, banner, links, List.of());
        return request -> request.reply(reply);
    }
}
