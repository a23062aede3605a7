using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Rules;
using CandidateCrm.Rules.Shapes;

namespace CandidateCrm.Lifecycle;

/// <summary>
/// State machines whose keys are texts, as JSON. Written, a definition has one spelling, and reading it gives the same definition again. Code is not
/// in it: guards, choices and parameters are named with their versions and found in a registry. What is wrong is a list of faults, never an exception.
/// </summary>
public static class StateMachineJson
{
    /// <summary>The version of the form.</summary>
    public const int Schema = StateMachineShape.Schema;

    /// <summary>Gets the JSON Schema, draft 2020-12. It says the form; whether the rules make a machine is judged when it is read.</summary>
    public static string SchemaText { get; } = Rules.Shapes.SchemaText.Of("A state machine whose keys are texts", StateMachineShape.Shape.Describe);

    private const int Largest = 1 << 24;

    private static readonly JsonWriterOptions Writing = new() { SkipValidation = true };

    /// <summary>Writes a definition in its one spelling.</summary>
    /// <typeparam name="TContext">What the guards look at.</typeparam>
    public static string Write<TContext>(StateMachineDefinition<string, string, TContext> definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            StateMachineShape.Shape.Write(writer, StateMachineDocument.Of(definition));
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a definition, or says everything that is wrong with it, each with its place.</summary>
    /// <typeparam name="TContext">What the guards look at.</typeparam>
    /// <param name="json">The document: at most 16 MiB.</param>
    /// <param name="registry">Where guards, choices and parameters are found.</param>
    public static StateMachineReading<TContext> Read<TContext>(string json, StateMachineRegistry<TContext> registry)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(registry);
        try
        {
            return Read(DocumentText.ToUtf8(json), registry);
        }
        catch (DocumentFault)
        {
            return Faulty<TContext>([Told(DefinitionText.Fault(RulesFaultCodes.Malformed, "The text is not well-formed: it has half a surrogate pair."))]);
        }
    }

    /// <summary>Reads a definition in UTF-8, or says everything that is wrong with it, each with its place. A byte order mark before it is passed over.</summary>
    /// <typeparam name="TContext">What the guards look at.</typeparam>
    /// <param name="utf8">The document: at most 16 MiB.</param>
    /// <param name="registry">Where guards, choices and parameters are found.</param>
    public static StateMachineReading<TContext> Read<TContext>(ReadOnlySpan<byte> utf8, StateMachineRegistry<TContext> registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        using var json = DefinitionText.Parse(utf8, Largest, out var malformed);
        if (json is null)
        {
            return Faulty<TContext>([Told(malformed!)]);
        }

        var place = new Place(StateMachineReader<TContext>.Whole);
        if (!StateMachineShape.Shape.Read(json.RootElement, place, out var document))
        {
            return Faulty<TContext>([.. place.Faults.Select(Told)]);
        }

        var builder = new StateMachineReader<TContext>(document, registry, place).Builder();
        ImmutableArray<StateMachineFault> faults = [.. place.Faults.Select(Told), .. builder.Review()];
        return faults.IsEmpty ? new StateMachineReading<TContext> { Definition = builder.Build(), Faults = [] } : Faulty<TContext>(faults);
    }

    private static StateMachineReading<TContext> Faulty<TContext>(ImmutableArray<StateMachineFault> faults) => new() { Definition = null, Faults = faults };

    private static StateMachineFault Told(RulesFault fault) => new()
    {
        Code = fault.Code,
        Sentence = fault.Sentence,
        Where = fault.Where.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? fault.Where[(colon + 2)..] : fault.Where,
    };
}
