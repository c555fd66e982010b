package io.bootledger.fuzz.input;

import io.bootledger.simulator.scenario.SeededRandom;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.Origin;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Events of every permitted kind, their components drawn by type, so that a new kind is drawn without being named here. */
final class RandomEvents {
    private static final List<Class<?>> KINDS = List.of(BootEvent.class.getPermittedSubclasses());
    private static final List<String> WORDS = List.of(
            "acpi_init",
            "foo_driver_init",
            "mod_init",
            "init6",
            "0000:00:1f.2",
            "serial8250",
            "eth0",
            "raid6_pq",
            "tsc",
            "ttyS0",
            "/sbin/init",
            "6.1.0-50-cloud-amd64",
            "2.6.32-5-686",
            "4.14.0",
            "Linux version 6.1.0 (x@y) #1 SMP",
            "core",
            "device",
            "initcall_debug quiet",
            "preemption imbalance ",
            "unused kernel image (initmem)");

    private static final Map<Class<?>, Form> FORMS = new ConcurrentHashMap<>();

    /** @param element of what a list is; its own type where it is none */
    private record Component(Class<?> type, Class<?> element, boolean mayBeAbsent) {
        static Component of(RecordComponent component) {
            Class<?> element = component.getGenericType() instanceof ParameterizedType list
                    ? (Class<?>) list.getActualTypeArguments()[0]
                    : component.getType();
            return new Component(
                    component.getType(), element, component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }

    private record Form(List<Component> components, Constructor<?> constructor) {
        static Form of(Class<?> kind) {
            List<Component> components =
                    Arrays.stream(kind.getRecordComponents()).map(Component::of).toList();
            try {
                return new Form(
                        components,
                        kind.getDeclaredConstructor(
                                components.stream().map(Component::type).toArray(Class<?>[]::new)));
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private final SeededRandom random;

    RandomEvents(SeededRandom random) {
        this.random = random;
    }

    BootEvent event() {
        return (BootEvent) record(random.pick(KINDS));
    }

    RecordedEvent recorded(long sequence, long micros) {
        return new RecordedEvent(
                sequence,
                random.chance(900) ? BootTime.ofMicros(micros) : null,
                random.chance(300) ? new Caller(random.chance(800), random.below(100)) : null,
                random.chance(300) ? new Priority(random.below(192)) : null,
                event(),
                new Origin(sequence + 1, random.chance(200) ? LogText.of(text()) : null));
    }

    InitcallSymbol symbol() {
        String function = random.chance(950) ? random.pick(WORDS) : text();
        String text =
                random.chance(900) ? function + "+0x0/0x" + Integer.toHexString(1 + random.below(4_096)) : function;
        return new InitcallSymbol(text, function, random.chance(150) ? "raid6_pq" : null, null, null);
    }

    private Object record(Class<?> kind) {
        Form form = FORMS.computeIfAbsent(kind, Form::of);
        Object[] values = new Object[form.components.size()];
        Arrays.setAll(values, at -> component(form.components.get(at)));
        try {
            return form.constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            return record(kind);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable Object component(Component component) {
        if (component.mayBeAbsent && random.chance(300)) {
            return null;
        }
        return component.type == List.class
                ? IntStream.range(0, random.below(4))
                        .mapToObj(each -> value(component.element))
                        .toList()
                : value(component.type);
    }

    private Object value(Class<?> type) {
        if (type == String.class) {
            return text();
        } else if (type == LogText.class) {
            return LogText.of(text());
        } else if (type == InitcallSymbol.class) {
            return symbol();
        } else if (type == boolean.class || type == Boolean.class) {
            return random.chance(500);
        } else if (type == long.class || type == Long.class) {
            return number();
        } else if (type == int.class || type == Integer.class) {
            return (int) number();
        } else if (type.isEnum()) {
            return random.pick(List.of(type.getEnumConstants()));
        } else if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalStateException("an event has a component of " + type + ": say here how to draw one");
    }

    private String text() {
        return random.chance(930) ? random.pick(WORDS) : Hostile.text(random);
    }

    private long number() {
        return switch (random.below(10)) {
            case 0 -> random.next();
            case 1 -> -random.below(600);
            case 2 -> random.pick(List.of(0L, 1L, -1L, (long) Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE));
            default -> random.below(100_000);
        };
    }
}
