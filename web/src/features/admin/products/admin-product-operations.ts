import { graphql } from '#schema/operations/generated/gql.ts';

export const ADMIN_PRODUCT = graphql(`
  fragment AdminProduct on Product {
    id
    sku
    name
    description
    imageUrl
    status
    stock
    version
    updatedAt
    price {
      amountCents
      currency
    }
    category {
      slug
      name
    }
  }
`);

export const ADMIN_PRODUCTS = graphql(`
  query AdminProducts($search: String, $filter: ProductFilter, $after: String) {
    products(search: $search, filter: $filter, first: 30, after: $after) {
      totalCount
      edges {
        cursor
        node {
          ...AdminProduct
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const CATEGORY_CHOICES = graphql(`
  query CategoryChoices {
    categories {
      id
      slug
      name
    }
  }
`);

export const CREATE_PRODUCT = graphql(`
  mutation CreateProduct($input: CreateProductInput!) {
    createProduct(input: $input) {
      ... on Product {
        ...AdminProduct
      }
      ... on SkuTaken {
        message
      }
    }
  }
`);

export const UPDATE_PRODUCT = graphql(`
  mutation UpdateProduct($input: UpdateProductInput!) {
    updateProduct(input: $input) {
      ... on Product {
        ...AdminProduct
      }
      ... on ProductChanged {
        message
        product {
          ...AdminProduct
        }
      }
    }
  }
`);

export const ARCHIVE_PRODUCT = graphql(`
  mutation ArchiveProduct($id: ID!) {
    archiveProduct(id: $id) {
      ...AdminProduct
    }
  }
`);
