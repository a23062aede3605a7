using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Segments;

namespace CandidateCrm.Rules;

/// <summary>One definition of a tenant's rules, whatever its kind: what is stored, named and versioned on its own.</summary>
public sealed class Definition
{
    private Definition(DefinitionKind kind, string key, int version, object content)
    {
        Name = new DefinitionName(kind, key);
        Version = version;
        Content = content;
    }

    /// <summary>Gets the name: kind and key.</summary>
    public DefinitionName Name { get; }

    /// <summary>Gets the version; 1 for settings, which count none.</summary>
    public int Version { get; }

    /// <summary>
    /// Gets what is defined: <see cref="RulesSettings"/>, <see cref="LifecycleDefinition"/>, <see cref="PipelineDefinition"/>,
    /// <see cref="DispositionTaxonomy"/>, <see cref="PublicStatusDefinition"/>, <see cref="WorkingCalendar"/>, <see cref="ZoneTable"/>, <see cref="Expectation"/>, <see cref="ScoringModel"/>, <see cref="FitDefinition"/>, <see cref="ExperienceModel"/>, <see cref="AttributeDefinition"/> or <see cref="SegmentDefinition"/>, as the kind says.
    /// </summary>
    public object Content { get; }

    /// <summary>Takes settings.</summary>
    public static Definition Of(RulesSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new Definition(DefinitionKind.Settings, RulesSettings.Key, 1, settings);
    }

    /// <summary>Takes a lifecycle.</summary>
    public static Definition Of(LifecycleDefinition lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        return new Definition(DefinitionKind.Lifecycle, lifecycle.Key.ToString(), lifecycle.Version, lifecycle);
    }

    /// <summary>Takes a pipeline.</summary>
    public static Definition Of(PipelineDefinition pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return new Definition(DefinitionKind.Pipeline, pipeline.Key.ToString(), pipeline.Version, pipeline);
    }

    /// <summary>Takes a disposition taxonomy.</summary>
    public static Definition Of(DispositionTaxonomy dispositions)
    {
        ArgumentNullException.ThrowIfNull(dispositions);
        return new Definition(DefinitionKind.Dispositions, dispositions.Key.ToString(), dispositions.Version, dispositions);
    }

    /// <summary>Takes what candidates see of their applications.</summary>
    public static Definition Of(PublicStatusDefinition status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new Definition(DefinitionKind.PublicStatus, status.Key.ToString(), status.Version, status);
    }

    /// <summary>Takes a working calendar.</summary>
    public static Definition Of(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new Definition(DefinitionKind.Calendar, calendar.Key.ToString(), calendar.Version, calendar);
    }

    /// <summary>Takes a zone that is written out.</summary>
    public static Definition Of(ZoneTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new Definition(DefinitionKind.Zone, table.Key, table.Version, table);
    }

    /// <summary>Takes an expectation.</summary>
    public static Definition Of(Expectation expectation)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        return new Definition(DefinitionKind.Expectation, expectation.Key.ToString(), expectation.Version, expectation);
    }

    /// <summary>Takes a scoring model.</summary>
    public static Definition Of(ScoringModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new Definition(DefinitionKind.Score, model.Key.ToString(), model.Version, model);
    }

    /// <summary>Takes a model of fit.</summary>
    public static Definition Of(FitDefinition model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new Definition(DefinitionKind.Fit, model.Key.ToString(), model.Version, model);
    }

    /// <summary>Takes a model of experience.</summary>
    public static Definition Of(ExperienceModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new Definition(DefinitionKind.Experience, model.Key.ToString(), model.Version, model);
    }

    /// <summary>Takes a recorded attribute.</summary>
    public static Definition Of(AttributeDefinition attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return new Definition(DefinitionKind.Attribute, attribute.Key.ToString(), attribute.Version, attribute);
    }

    /// <summary>Takes a saved segment.</summary>
    public static Definition Of(SegmentDefinition segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return new Definition(DefinitionKind.Segment, segment.Key.ToString(), segment.Version, segment);
    }

    /// <summary>Returns name and version.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} v{Version}");
}
