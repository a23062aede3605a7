using System.Collections.Immutable;

namespace GreenhouseBridge.Mapping;

/// <summary>What is left out, and why.</summary>
internal static class IgnoredPayloads
{
    internal static ImmutableDictionary<string, ActionMapping> All { get; } = new Dictionary<string, ActionMapping>
    {
        ["job_post_created"] = ActionMapping.Ignored("a post is text for the careers site; what people apply for is the job"),
        ["job_post_updated"] = ActionMapping.Ignored("a post is text for the careers site; what people apply for is the job"),
        ["job_post_deleted"] = ActionMapping.Ignored("a post is text for the careers site; the job stays as it is"),
        ["job_interview_stage_deleted"] = ActionMapping.Ignored("stages are the tenant's rules, which are published and not told; applications keep the stages that they were in"),
        ["department_deleted"] = ActionMapping.Ignored("how the company is organised stays with the host"),
        ["office_deleted"] = ActionMapping.Ignored("how the company is organised stays with the host"),
        ["ping"] = ActionMapping.Ignored("it only tries whether the bridge answers"),
    }.ToImmutableDictionary();
}
