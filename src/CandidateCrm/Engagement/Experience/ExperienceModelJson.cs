using System.Collections.Immutable;
using CandidateCrm.Rules;
using CandidateCrm.Rules.Shapes;

namespace CandidateCrm.Engagement;

/// <summary>
/// Models of experience as JSON, for hosts that use the engine alone; it is the form in which a tenant publishes them, too. Written, a model has one spelling, and reading it
/// gives the same model again. What is wrong is a list of faults, never an exception.
/// </summary>
public static class ExperienceModelJson
{
    /// <summary>The version of the form.</summary>
    public const int Schema = DefinitionShape.Schema;

    /// <summary>Gets the JSON Schema, draft 2020-12. It says the form; what parts say to each other is judged when a text is read.</summary>
    public static string SchemaText { get; } = Rules.Shapes.SchemaText.Of("A model of experience", ExperienceShape.Shape.Describe);

    /// <summary>Writes a model in its one spelling: members in a fixed order, no blanks, defaults left out. What was written can be read again.</summary>
    /// <exception cref="InvalidExperienceModelException">The model has faults, so that it could not be read again; all of them are named.</exception>
    public static string Write(ExperienceModel model)
    {
        var faults = ExperienceReview.FaultsOf(model);
        return faults.IsEmpty ? DefinitionText.Write(Definition.Of(model)) : throw new InvalidExperienceModelException(faults);
    }

    /// <summary>Reads a model, or says everything that is wrong with its text, each with its place. The text has at most 1 MiB; a byte order mark before it is passed over.</summary>
    public static ExperienceModelReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Reading(DefinitionText.Read(json, out var faults), faults);
    }

    /// <summary>Reads a model in UTF-8, or says everything that is wrong with its text, each with its place. The text has at most 1 MiB; a byte order mark before it is passed over.</summary>
    public static ExperienceModelReading Read(ReadOnlySpan<byte> utf8) => Reading(DefinitionText.Read(utf8, out var faults), faults);

    private static ExperienceModelReading Reading(Definition? definition, ImmutableArray<RulesFault> faults)
    {
        if (definition is null)
        {
            return new ExperienceModelReading { Faults = [.. faults.Select(Told)] };
        }

        if (definition.Content is not ExperienceModel model)
        {
            return new ExperienceModelReading
            {
                Faults = [new ExperienceFault { Code = RulesFaultCodes.KindUnknown, Where = "kind", Sentence = $"A model of experience is of the kind {DefinitionKind.Experience}, but this is a definition of the kind {definition.Name.Kind}." }],
            };
        }

        var review = ExperienceReview.FaultsOf(model);
        return review.IsEmpty ? new ExperienceModelReading { Model = model } : new ExperienceModelReading { Faults = review };
    }

    private static ExperienceFault Told(RulesFault fault) => new()
    {
        Code = fault.Code,
        Sentence = fault.Sentence,
        Where = fault.Where.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? fault.Where[(colon + 2)..] : string.Empty,
    };
}
