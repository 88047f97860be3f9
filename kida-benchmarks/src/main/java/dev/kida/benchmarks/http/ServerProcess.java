package dev.kida.benchmarks.http;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link PageServer} in a JVM of its own. */
final class ServerProcess implements Closeable {

    /** What a server has used so far. */
    record Used(long processorNanos, long allocatedBytes) {}

    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    private final int port;

    private ServerProcess(Process process, Contender contender) throws IOException {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.port = Integer.parseInt(answer(PageServer.READY, contender));
    }

    /** Starts a JVM; comes back when it serves. */
    static ServerProcess start(Contender contender, Settings settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(settings.javaHome(), "bin", "java").toString());
        command.addAll(List.of("-Xms256m", "-Xmx256m"));
        settings.jvmArguments(contender).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PageServer.class.getName()));
        command.add(contender.name());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ServerProcess(process, contender);
    }

    int port() {
        return port;
    }

    Used used() throws IOException {
        in.write("used\n");
        in.flush();
        String[] numbers = answer(PageServer.USED, null).split(" ");
        return new Used(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    private String answer(String key, Object who) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(key)) {
                return line.substring(key.length());
            }
        }
        throw new IOException("The server has ended: " + who);
    }

    @Override
    public void close() throws IOException {
        in.close();
        try {
            process.waitFor();
        } catch (InterruptedException ex) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
