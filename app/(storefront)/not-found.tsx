import { Lost } from "@/components/storefront/lost";

export default function NotFound() {
  return <Lost />;
}
